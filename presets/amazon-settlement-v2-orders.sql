-- what buyers paid for the goods of an order; postage, tax and fees are other rows
SELECT "order-id" AS order_id, min("posted-date-time") AS paid_at, sum("amount"::DECIMAL(18, 2)) AS amount
FROM source
WHERE "transaction-type" = 'Order' AND "amount-type" = 'ItemPrice' AND "amount-description" = 'Principal'
GROUP BY "order-id"
