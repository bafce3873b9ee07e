-- a refund is negative rows of the same file; those that were posted at once are one
SELECT "order-id" || '/' || "posted-date" AS refund_id, "order-id" AS order_id, "posted-date" AS refunded_at,
  -sum("price-amount"::DECIMAL(18, 2)) AS amount
FROM source
WHERE "transaction-type" = 'Refund' AND "price-type" = 'Principal'
GROUP BY "order-id", "posted-date"
