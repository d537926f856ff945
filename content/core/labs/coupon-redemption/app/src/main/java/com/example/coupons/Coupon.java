package com.example.coupons;

public record Coupon(String code, long valueCents, int uses, int usesLeft) {
}
