package com.example.portal;

/** Where somebody goes after the sign-in: the page that they wanted to see. */
final class ReturnAddress {

    static final String HOME = "/home";

    private ReturnAddress() {
    }

    /** Returns the page that was asked for, if it is one of the portal, and otherwise the first page. */
    static String of(String next) {
        // Our own pages are linked by their path.
        return next.startsWith("/") ? next : HOME;
    }
}
