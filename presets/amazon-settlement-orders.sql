-- what buyers paid for the goods of an order; postage, tax and fees are other rows
SELECT "order-id" AS order_id, min("posted-date") AS paid_at, sum("price-amount"::DECIMAL(18, 2)) AS amount
FROM source
WHERE "transaction-type" = 'Order' AND "price-type" = 'Principal'
GROUP BY "order-id"
