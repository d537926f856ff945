package com.example.portal;

import java.time.Instant;

/** A line of the trail. */
public record Attempt(Instant time, String result, String user, String address) {

    public static final String OK = "ok";
    public static final String FAILED = "failed";
}
