insert into coupons (code, value_cents, uses, uses_left) values
  ('SPRING-ONCE', 2500, 1, 1),
  ('WELCOME-BACK', 500, 1000, 1000);
