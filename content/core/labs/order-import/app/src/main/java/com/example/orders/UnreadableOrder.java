package com.example.orders;

/** What a partner sent is not an order; the message is for the partner. */
public class UnreadableOrder extends RuntimeException {

    public UnreadableOrder(String message) {
        super(message);
    }
}
