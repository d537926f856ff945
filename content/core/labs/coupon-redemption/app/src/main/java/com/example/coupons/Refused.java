package com.example.coupons;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A redemption that is not possible, with the reason for the customer. */
public class Refused extends ResponseStatusException {

    public Refused(HttpStatus status, String reason) {
        super(status, reason);
    }
}
