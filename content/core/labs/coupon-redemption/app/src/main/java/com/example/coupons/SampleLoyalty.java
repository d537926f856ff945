package com.example.coupons;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Stands in for the partner during development, its latency included. */
@Component
public class SampleLoyalty implements Loyalty {

    private final Duration latency;

    public SampleLoyalty(@Value("${coupons.loyalty-latency}") Duration latency) {
        this.latency = latency;
    }

    @Override
    public int bonusPercent(String customer) {
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        }
        return customer.startsWith("gold-") ? 10 : 0;
    }
}
