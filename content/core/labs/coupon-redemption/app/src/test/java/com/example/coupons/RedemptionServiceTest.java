package com.example.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"coupons.campaign-key=key", "coupons.loyalty-latency=0ms"})
class RedemptionServiceTest {

    @Autowired
    @Qualifier("web")
    private RedemptionService web;

    @Autowired
    private CouponRepository coupons;

    @Autowired
    private WalletRepository wallets;

    @Test
    void creditsTheValueWithTheBonus() {
        coupons.add(new Coupon("bonus", 1000, 2, 2));

        web.redeem("gold-1", "bonus");

        assertThat(wallets.balance("gold-1")).isEqualTo(1100);
        assertThat(coupons.find("bonus").orElseThrow().usesLeft()).isEqualTo(1);
    }

    @Test
    void refusesASecondTimeAndAUsedUpCoupon() {
        coupons.add(new Coupon("once", 1000, 1, 1));
        coupons.add(new Coupon("twice", 1000, 2, 2));
        web.redeem("c-1", "once");
        web.redeem("c-1", "twice");

        assertThatThrownBy(() -> web.redeem("c-2", "once")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> web.redeem("c-1", "twice")).isInstanceOf(Refused.class);
    }
}
