package com.example.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets in the buyers' tool, which knows the key. */
@Component
public class Buyers {

    private final byte[] key;

    public Buyers(@Value("${catalog.buyer-key}") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    public void require(String given) {
        if (!MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
