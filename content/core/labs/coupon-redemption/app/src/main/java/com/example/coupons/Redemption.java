package com.example.coupons;

public record Redemption(String code, String customer, String channel, long creditedCents) {
}
