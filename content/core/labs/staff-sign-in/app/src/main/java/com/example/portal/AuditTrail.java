package com.example.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who tried to sign in: one line an attempt, fields separated by tabs. */
@Component
public class AuditTrail {

    private final Path file;

    public AuditTrail(@Value("${portal.audit-file}") Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
    }

    public synchronized void add(String result, String user, String address) {
        String line = String.join("\t", Instant.now().toString(), result, user, address);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException error) {
            throw new UncheckedIOException("The audit trail cannot be written", error);
        }
    }

    /** Returns all attempts, oldest first; lines that were cut off by a full disk are skipped. */
    public synchronized List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] fields = line.split("\t", 4);
                if (fields.length == 4) {
                    attempts.add(new Attempt(Instant.parse(fields[0]), fields[1], fields[2], fields[3]));
                }
            }
        } catch (IOException | DateTimeException error) {
            throw new IllegalStateException("The audit trail cannot be read", error);
        }
        return attempts;
    }
}
