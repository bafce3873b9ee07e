-- a refund is negative rows of the same file; those that were posted at once are one
SELECT "order-id" || '/' || "posted-date-time" AS refund_id, "order-id" AS order_id, "posted-date-time" AS refunded_at,
  -sum("amount"::DECIMAL(18, 2)) AS amount
FROM source
WHERE "transaction-type" = 'Refund' AND "amount-type" = 'ItemPrice' AND "amount-description" = 'Principal'
GROUP BY "order-id", "posted-date-time"
