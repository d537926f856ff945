package com.example.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The flats and the digests of their codes. */
@Component
public class Flats {

    private final Map<String, byte[]> digests = new HashMap<>();

    public Flats(@Value("${portal.flats}") Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split(";");
            digests.put(fields[0], digest(fields[1]));
        }
    }

    public boolean opens(String account, String code) {
        byte[] known = digests.get(account);
        return known != null && MessageDigest.isEqual(known, digest(code));
    }

    private static byte[] digest(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
