package com.example.portal;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** The few pages that are not part of the portal's front end. */
final class Pages {

    private Pages() {
    }

    static ResponseEntity<String> signIn(String next, boolean failed) {
        return page("Sign in", """
                %s
                <form method="post" action="/sign-in">
                  <input type="hidden" name="next" value="%s">
                  <label>Name <input name="username" autocomplete="username"></label>
                  <label>Password <input name="password" type="password" autocomplete="current-password"></label>
                  <button>Sign in</button>
                </form>
                """.formatted(failed ? "<p>That did not work.</p>" : "", HtmlUtils.htmlEscape(next)));
    }

    static ResponseEntity<String> text(String title, String text) {
        return page(title, "<p>" + HtmlUtils.htmlEscape(text) + "</p>");
    }

    private static ResponseEntity<String> page(String title, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
                .header("Cache-Control", "no-store")
                .body("<!doctype html><title>" + HtmlUtils.htmlEscape(title) + "</title>" + body);
    }
}
