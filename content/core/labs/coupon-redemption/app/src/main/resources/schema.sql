create table coupons (
  code varchar(40) primary key,
  value_cents bigint not null,
  uses int not null,
  uses_left int not null
);

create table redemptions (
  id identity primary key,
  code varchar(40) not null references coupons (code),
  customer varchar(60) not null,
  channel varchar(10) not null,
  credited_cents bigint not null,
  redeemed_at timestamp default current_timestamp not null
);

create index redemptions_by_code on redemptions (code);

create table wallets (
  customer varchar(60) primary key,
  balance_cents bigint not null
);
