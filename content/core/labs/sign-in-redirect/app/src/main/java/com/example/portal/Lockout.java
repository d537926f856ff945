package com.example.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Locks an account for a while after failures in a row. */
@Component
public class Lockout {

    static final int MOST_FAILURES = 5;
    static final Duration PAUSE = Duration.ofMinutes(15);

    private record Failures(int number, Instant last) {

        boolean lock() {
            return number >= MOST_FAILURES && last.plus(PAUSE).isAfter(Instant.now());
        }
    }

    private final Map<String, Failures> byAccount = new ConcurrentHashMap<>();

    public boolean isLocked(String account) {
        Failures failures = byAccount.get(account);
        return failures != null && failures.lock();
    }

    public void recordFailure(String account) {
        byAccount.merge(account, new Failures(1, Instant.now()), (old, one) ->
                new Failures(old.number() + 1, one.last()));
    }

    public void forget(String account) {
        byAccount.remove(account);
    }
}
