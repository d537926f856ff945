package com.example.portal;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

/** The little HTML there is; the look comes from the style sheet of the office. */
final class Pages {

    private Pages() {
    }

    static String signIn(String next, String message) {
        return """
                <!doctype html>
                <html lang="en"><title>Quayside: sign in</title>
                <p role="status">%s</p>
                <form method="post" action="/sign-in">
                <label>Flat <input name="account"></label>
                <label>Code <input name="code" type="password"></label>
                <input type="hidden" name="next" value="%s">
                <button>Sign in</button>
                </form></html>
                """.formatted(htmlEscape(message), htmlEscape(next));
    }

    static String text(String language, String text) {
        return """
                <!doctype html>
                <html lang="%s"><title>Quayside</title>
                <p>%s</p></html>
                """.formatted(htmlEscape(language), htmlEscape(text));
    }
}
