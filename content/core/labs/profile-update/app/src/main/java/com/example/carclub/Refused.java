package com.example.carclub;

/** A request that cannot be carried out, with the HTTP status that tells why. */
public class Refused extends RuntimeException {

    private final int status;

    public Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
