package com.example.portal;

/** What the security desk wants to know; the words are those of its collector. */
public enum AuditEvent {
    SIGN_IN("sign-in"),
    SIGN_IN_FAILED("sign-in-failed"),
    LOCKED("locked"),
    SIGN_OUT("sign-out");

    private final String word;

    AuditEvent(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
