package com.example.claims;

public class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message);
    }
}
