package com.example.claims;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;

/** What the portal lists; {@code file} is where the bytes are. */
public record StoredDocument(long id, String name, String type, long size, String addedBy, @JsonIgnore Path file) {
}
