package com.example.coupons;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Turns coupons into credit, for one sales channel. */
public class RedemptionService {

    private static final Logger log = LoggerFactory.getLogger(RedemptionService.class);

    private final String channel;
    private final CouponRepository coupons;
    private final WalletRepository wallets;
    private final Loyalty loyalty;

    public RedemptionService(String channel, CouponRepository coupons, WalletRepository wallets, Loyalty loyalty) {
        this.channel = channel;
        this.coupons = coupons;
        this.wallets = wallets;
        this.loyalty = loyalty;
    }

    /** Credits the value of the coupon, with the bonus of the loyalty program, to the customer's wallet. */
    public Redemption redeem(String customer, String code) {
        Coupon coupon = coupons.find(code)
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "There is no such coupon."));
        if (coupon.usesLeft() < 1) {
            throw new Refused(HttpStatus.CONFLICT, "This coupon has been used up.");
        }
        if (coupons.wasRedeemedBy(code, customer)) {
            throw new Refused(HttpStatus.CONFLICT, "You have redeemed this coupon already.");
        }
        long cents = coupon.valueCents() * (100 + loyalty.bonusPercent(customer)) / 100;
        Redemption redemption = new Redemption(code, customer, channel, cents);
        wallets.credit(customer, cents);
        coupons.add(redemption);
        coupons.setUsesLeft(code, coupon.usesLeft() - 1);
        log.info("{} cents credited for a coupon ({})", cents, channel);
        return redemption;
    }
}
