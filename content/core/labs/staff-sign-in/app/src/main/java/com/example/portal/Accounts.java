package com.example.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts as the HR system last told us. Names are compared without regard to case. */
@Component
public class Accounts {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final BCryptPasswordEncoder passwords;
    private final String nobody;

    public Accounts(
            @Value("${portal.password-cost}") int cost, @Value("${portal.sample-account}") String sample) {
        passwords = new BCryptPasswordEncoder(cost);
        nobody = passwords.encode("nobody has this password");
        String[] parts = sample.split(":", 2);
        if (parts.length == 2) {
            put(parts[0], parts[1], false);
        }
    }

    public void put(String name, String password, boolean disabled) {
        accounts.put(key(name), new Account(name, passwords.encode(password), disabled));
    }

    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(key(name)));
    }

    public boolean isPassword(Account account, String password) {
        return passwords.matches(password, account.passwordHash());
    }

    /** Takes as long as for somebody who exists. */
    public void pretendToCheck(String password) {
        passwords.matches(password, nobody);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
