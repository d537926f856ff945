package com.example.claims;

public class RejectedUpload extends RuntimeException {

    public RejectedUpload(String message) {
        super(message);
    }
}
