package com.example.coupons;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class WalletRepository {

    private final JdbcTemplate jdbc;

    public WalletRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public long balance(String customer) {
        return jdbc.queryForList("select balance_cents from wallets where customer = ?", Long.class, customer)
                .stream().findFirst().orElse(0L);
    }

    /** Adds to the balance inside of the database, so that payments at the same moment do not get lost. */
    public void credit(String customer, long cents) {
        if (add(customer, cents) == 0) {
            try {
                jdbc.update("insert into wallets (customer, balance_cents) values (?, ?)", customer, cents);
            } catch (DuplicateKeyException error) {
                // Somebody opened the wallet a moment ago.
                add(customer, cents);
            }
        }
    }

    private int add(String customer, long cents) {
        return jdbc.update("update wallets set balance_cents = balance_cents + ? where customer = ?", cents, customer);
    }
}
