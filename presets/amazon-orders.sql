-- a row is an item, and its price is in six columns; what was cancelled keeps its price, and what is pending is not paid
-- in the United States and Canada tax is added to the prices, elsewhere it is in them
-- discounts stand without a sign, or with a minus; in DECIMAL(18, 2) a third digit would be rounded away
SELECT "amazon-order-id" AS order_id, min("purchase-date") AS paid_at, min("currency") AS currency,
  sum(
    coalesce(nullif("item-price", ''), '0')::DECIMAL(18, 4)
    + coalesce(nullif("shipping-price", ''), '0')::DECIMAL(18, 4)
    + coalesce(nullif("gift-wrap-price", ''), '0')::DECIMAL(18, 4)
    + CASE WHEN "sales-channel" IN ('Amazon.com', 'Amazon.ca')
      THEN coalesce(nullif("item-tax", ''), '0')::DECIMAL(18, 4)
        + coalesce(nullif("shipping-tax", ''), '0')::DECIMAL(18, 4)
        + coalesce(nullif("gift-wrap-tax", ''), '0')::DECIMAL(18, 4)
      ELSE 0 END
    - abs(coalesce(nullif("item-promotion-discount", ''), '0')::DECIMAL(18, 4))
    - abs(coalesce(nullif("ship-promotion-discount", ''), '0')::DECIMAL(18, 4))
  ) AS amount
FROM source
WHERE "order-status" NOT IN ('Cancelled', 'Pending') AND "item-status" <> 'Cancelled'
GROUP BY "amazon-order-id"
