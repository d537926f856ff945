package com.example.coupons;

/** The loyalty program of our partner. */
public interface Loyalty {

    /** How many percent this customer gets on top. */
    int bonusPercent(String customer);
}
