package com.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What residents see once they are signed in, and the switch of the language. */
@RestController
public class ResidentController {

    private static final Set<String> LANGUAGES = Set.of("en", "de", "sv");

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    public String overview(HttpServletRequest request, @CookieValue(defaultValue = "en") String language) {
        return Pages.text(language, "Flat " + SignedIn.flat(request));
    }

    @GetMapping(path = "/statements/{year}", produces = MediaType.TEXT_HTML_VALUE)
    public String statement(
            HttpServletRequest request, @PathVariable int year, @CookieValue(defaultValue = "en") String language) {
        return Pages.text(language, "Statement " + year + " of flat " + SignedIn.flat(request));
    }

    @GetMapping(path = "/notices", produces = MediaType.TEXT_HTML_VALUE)
    public String notices(
            @RequestParam(defaultValue = "") String source, @CookieValue(defaultValue = "en") String language) {
        return Pages.text(language, "Notices. " + (source.isEmpty() ? "" : "Source: " + source));
    }

    @GetMapping("/language")
    public ResponseEntity<Void> language(
            @RequestParam(defaultValue = "en") String to, @RequestParam(defaultValue = "/") String back) {
        String chosen = LANGUAGES.contains(to) ? to : "en";
        ResponseCookie cookie = ResponseCookie.from("language", chosen).path("/").secure(true).sameSite("Lax").build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, back.startsWith("/") ? back : "/")
                .build();
    }
}
