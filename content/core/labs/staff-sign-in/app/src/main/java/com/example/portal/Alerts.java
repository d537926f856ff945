package com.example.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Accounts at which somebody should look: five failures in a row, no matter over which time. */
@Component
public class Alerts {

    static final int FAILURES = 5;

    private final AuditTrail trail;

    public Alerts(AuditTrail trail) {
        this.trail = trail;
    }

    public List<String> accounts() {
        Map<String, Integer> inARow = new TreeMap<>();
        for (Attempt attempt : trail.attempts()) {
            if (inARow.getOrDefault(attempt.user(), 0) >= FAILURES) {
                continue;
            }
            if (attempt.result().equals(Attempt.OK)) {
                inARow.remove(attempt.user());
            } else {
                inARow.merge(attempt.user(), 1, Integer::sum);
            }
        }
        inARow.values().removeIf(failures -> failures < FAILURES);
        return List.copyOf(inARow.keySet());
    }
}
