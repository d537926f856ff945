package com.example.coupons;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

@Repository
public class CouponRepository {

    private static final RowMapper<Coupon> COUPON = (row, number) -> new Coupon(
            row.getString("code"), row.getLong("value_cents"), row.getInt("uses"), row.getInt("uses_left"));

    private static final RowMapper<Redemption> REDEMPTION = (row, number) -> new Redemption(
            row.getString("code"),
            row.getString("customer"),
            row.getString("channel"),
            row.getLong("credited_cents"));

    private final JdbcTemplate jdbc;

    public CouponRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Coupon coupon) {
        jdbc.update(
                "insert into coupons (code, value_cents, uses, uses_left) values (?, ?, ?, ?)",
                coupon.code(), coupon.valueCents(), coupon.uses(), coupon.usesLeft());
    }

    public Optional<Coupon> find(String code) {
        return jdbc.query("select * from coupons where code = ?", COUPON, code).stream().findFirst();
    }

    public void setUsesLeft(String code, int usesLeft) {
        jdbc.update("update coupons set uses_left = ? where code = ?", usesLeft, code);
    }

    public boolean wasRedeemedBy(String code, String customer) {
        Integer found = jdbc.queryForObject(
                "select count(*) from redemptions where code = ? and customer = ?", Integer.class, code, customer);
        return found != null && found > 0;
    }

    public List<Redemption> redemptions(String code) {
        return jdbc.query("select * from redemptions where code = ? order by id", REDEMPTION, code);
    }

    public void add(Redemption redemption) {
        jdbc.update(
                "insert into redemptions (code, customer, channel, credited_cents) values (?, ?, ?, ?)",
                redemption.code(), redemption.customer(), redemption.channel(), redemption.creditedCents());
    }
}
