package com.example.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For the HR system and for the security team. */
@RestController
@RequestMapping("/internal")
public class InternalController {

    public record NewAccount(String name, String password, boolean disabled) {
    }

    private final Accounts accounts;
    private final AuditTrail trail;
    private final Alerts alerts;
    private final byte[] key;

    public InternalController(
            Accounts accounts, AuditTrail trail, Alerts alerts, @Value("${portal.internal-key}") String key) {
        this.accounts = accounts;
        this.trail = trail;
        this.alerts = alerts;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void account(
            @RequestHeader(name = "X-Internal-Key", defaultValue = "") String given, @RequestBody NewAccount account) {
        requireKey(given);
        accounts.put(account.name(), account.password(), account.disabled());
    }

    @GetMapping("/trail")
    public List<Attempt> trail(@RequestHeader(name = "X-Internal-Key", defaultValue = "") String given) {
        requireKey(given);
        return trail.attempts();
    }

    @GetMapping("/alerts")
    public List<String> alerts(@RequestHeader(name = "X-Internal-Key", defaultValue = "") String given) {
        requireKey(given);
        return alerts.accounts();
    }

    private void requireKey(String given) {
        if (!MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
