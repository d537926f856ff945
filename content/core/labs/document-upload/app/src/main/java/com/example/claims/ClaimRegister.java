package com.example.claims;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Claims and documents by number. Kept in memory until the move to the shared database (CLM-377). */
@Component
public class ClaimRegister {

    private final Map<Long, Claim> claims = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(41_000);

    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    public Claim open(String subject) {
        Claim claim = new Claim(nextNumber(), subject);
        claims.put(claim.id(), claim);
        return claim;
    }

    public Claim claim(long id) {
        Claim found = claims.get(id);
        if (found == null) {
            throw new NotFound("There is no claim " + id + ".");
        }
        return found;
    }

    public StoredDocument document(long claimId, long documentId) {
        StoredDocument found = claim(claimId).byId().get(documentId);
        if (found == null) {
            throw new NotFound("Claim " + claimId + " has no document " + documentId + ".");
        }
        return found;
    }
}
