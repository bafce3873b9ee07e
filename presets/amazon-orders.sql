-- a row is an item, and its price is in six columns; what was cancelled keeps its price
SELECT "amazon-order-id" AS order_id, min("purchase-date") AS paid_at, min("currency") AS currency,
  sum(
    coalesce(nullif("item-price", ''), '0')::DECIMAL(18, 2)
    + coalesce(nullif("item-tax", ''), '0')::DECIMAL(18, 2)
    + coalesce(nullif("shipping-price", ''), '0')::DECIMAL(18, 2)
    + coalesce(nullif("shipping-tax", ''), '0')::DECIMAL(18, 2)
    + coalesce(nullif("gift-wrap-price", ''), '0')::DECIMAL(18, 2)
    + coalesce(nullif("gift-wrap-tax", ''), '0')::DECIMAL(18, 2)
  ) AS amount
FROM source
WHERE "order-status" <> 'Cancelled' AND "item-status" <> 'Cancelled'
GROUP BY "amazon-order-id"
