package com.example.portal;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Decides whether somebody is who they say. */
@Service
public class SignInService {

    static final int LONGEST_NAME = 80;

    private final Accounts accounts;
    private final AuditTrail trail;

    public SignInService(Accounts accounts, AuditTrail trail) {
        this.accounts = accounts;
        this.trail = trail;
    }

    /** Returns the account that may sign in, or empty; callers must not tell why. */
    public Optional<Account> signIn(String name, String password, String address) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.find(name);
        if (account.isEmpty()) {
            accounts.pretendToCheck(password);
            return failed(name, address);
        }
        if (!accounts.isPassword(account.get(), password)) {
            return failed(account.get().name(), address);
        }
        if (account.get().disabled()) {
            return Optional.empty();
        }
        trail.add(Attempt.OK, account.get().name(), address);
        return account;
    }

    private Optional<Account> failed(String name, String address) {
        trail.add(Attempt.FAILED, name, address);
        return Optional.empty();
    }
}
