package com.example.carclub;

/** What a member has paid in advance. */
public class Account {

    private String plan = "hourly";
    private long creditCents;

    Account copy() {
        Account copy = new Account();
        copy.plan = plan;
        copy.creditCents = creditCents;
        return copy;
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }

    public long getCreditCents() {
        return creditCents;
    }

    public void setCreditCents(long creditCents) {
        this.creditCents = creditCents;
    }
}
