package com.example.coupons;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class Channels {

    @Bean("web")
    RedemptionService web(CouponRepository coupons, WalletRepository wallets, Loyalty loyalty) {
        return new RedemptionService("web", coupons, wallets, loyalty);
    }

    @Bean("till")
    RedemptionService till(CouponRepository coupons, WalletRepository wallets, Loyalty loyalty) {
        return new RedemptionService("till", coupons, wallets, loyalty);
    }
}
