-- a refund is negative rows of the same file; those that were posted at once are one
-- in some countries amounts are written -29,99
SELECT "order-id" || '/' || "posted-date" AS refund_id, "order-id" AS order_id, "posted-date" AS refunded_at,
  -sum(regexp_replace("price-amount", '^(-?[0-9]+),([0-9]+)$', '\1.\2')::DECIMAL(18, 4)) AS amount
FROM source
WHERE "transaction-type" IN ('Refund', 'Chargeback Refund', 'A-to-z Guarantee Refund') AND "price-type" = 'Principal'
GROUP BY "order-id", "posted-date"
