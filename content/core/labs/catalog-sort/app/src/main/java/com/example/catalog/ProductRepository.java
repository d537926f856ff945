package com.example.catalog;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class ProductRepository {

    private static final String COLUMNS = "id, name, category, brand, price_cents, stock, listed_on";

    private final JdbcTemplate jdbc;
    private final int pageSize;

    public ProductRepository(JdbcTemplate jdbc, @Value("${catalog.page-size}") int pageSize) {
        this.jdbc = jdbc;
        this.pageSize = pageSize;
    }

    public List<Product> search(ProductSearch search) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (search.q() != null && !search.q().isBlank()) {
            conditions.add("lower(name) like ? escape '!'");
            values.add("%" + literally(search.q().strip().toLowerCase()) + "%");
        }
        if (search.category() != null) {
            conditions.add("category = ?");
            values.add(search.category());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        // The id keeps the order stable from page to page when values are equal.
        String order = " order by " + search.sort() + " " + search.direction() + ", id";
        values.add(pageSize);
        values.add((long) search.page() * pageSize);
        return jdbc.query(
                "select " + COLUMNS + " from products" + where + order + " limit ? offset ?",
                ProductRepository::product,
                values.toArray());
    }

    public List<Group> summary(String by) {
        return jdbc.query(
                "select " + by + " as name, count(*) as products, sum(stock) as stock from products"
                        + " group by " + by + " order by " + by,
                (row, number) -> new Group(row.getString("name"), row.getLong("products"), row.getLong("stock")));
    }

    public long add(NewProduct product) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(
                    "insert into products (name, category, brand, price_cents, purchase_cents, stock, listed_on)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    new String[] {"id"});
            insert.setString(1, product.name());
            insert.setString(2, product.category());
            insert.setString(3, product.brand());
            insert.setLong(4, product.priceCents());
            insert.setLong(5, product.purchaseCents());
            insert.setInt(6, product.stock());
            insert.setDate(7, Date.valueOf(product.listedOn()));
            return insert;
        }, key);
        return key.getKeyAs(Long.class);
    }

    /** Makes % and _ in a search term stand for themselves. */
    private static String literally(String term) {
        return term.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getLong("id"),
                row.getString("name"),
                row.getString("category"),
                row.getString("brand"),
                row.getLong("price_cents"),
                row.getInt("stock"),
                row.getDate("listed_on").toLocalDate());
    }
}
