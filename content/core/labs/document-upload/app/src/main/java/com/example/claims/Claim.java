package com.example.claims;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A claim and what is known about its documents. */
public record Claim(long id, String subject, @JsonIgnore Map<Long, StoredDocument> byId) {

    public Claim(long id, String subject) {
        this(id, subject, new ConcurrentSkipListMap<>());
    }

    public Collection<StoredDocument> getDocuments() {
        return byId.values();
    }
}
