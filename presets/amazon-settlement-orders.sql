-- what buyers paid for the goods of an order; postage, tax and fees are other rows
-- in some countries days are written 31.10.2026 and amounts 29,99: the earliest day is looked for by year, month and day
SELECT "order-id" AS order_id,
  min_by("posted-date", regexp_replace("posted-date", '^([0-9]+)[.]([0-9]+)[.]([0-9]+)', '\3-\2-\1')) AS paid_at,
  sum(regexp_replace("price-amount", '^(-?[0-9]+),([0-9]+)$', '\1.\2')::DECIMAL(18, 4)) AS amount
FROM source
WHERE "transaction-type" = 'Order' AND "price-type" = 'Principal'
GROUP BY "order-id"
