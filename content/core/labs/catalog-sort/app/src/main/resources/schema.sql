create table products (
  id identity primary key,
  name varchar(120) not null,
  category varchar(60) not null,
  brand varchar(60) not null,
  price_cents bigint not null,
  purchase_cents bigint not null,
  stock int not null,
  listed_on date not null
);

create index products_by_category on products (category);

create table terms (
  supplier varchar(120) primary key,
  rebate_code varchar(80) not null
);
