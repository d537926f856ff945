insert into products (name, category, brand, price_cents, purchase_cents, stock, listed_on) values
  ('Spade, ash handle', 'Tools', 'Fern', 3490, 1710, 140, date '2031-01-14'),
  ('Rake, 16 teeth', 'Tools', 'Fern', 2290, 1405, 88, date '2031-01-14'),
  ('Pruning shears', 'Tools', 'Kestrel', 2790, 990, 310, date '2031-02-02'),
  ('Tomato feed, 1 l', 'Plant care', 'Meadow', 790, 215, 1200, date '2031-02-20'),
  ('Wildflower seeds', 'Seeds', 'Meadow', 390, 60, 2400, date '2031-03-05'),
  ('Watering can, 10 l', 'Watering', 'Kestrel', 1890, 1120, 61, date '2031-03-05');
