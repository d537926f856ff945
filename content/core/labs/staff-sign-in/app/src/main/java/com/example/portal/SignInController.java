package com.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@RestController
public class SignInController {

    static final String USER = "user";

    private final SignInService signIns;

    public SignInController(SignInService signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/sign-in")
    public ResponseEntity<String> form(
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestParam(name = "failed", defaultValue = "false") boolean failed,
            HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(USER) != null) {
            return seeOther(ReturnAddress.of(next));
        }
        return Pages.signIn(next, failed);
    }

    @PostMapping("/sign-in")
    public ResponseEntity<String> signIn(
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request) {
        Optional<Account> account = signIns.signIn(username, password, request.getRemoteAddr());
        if (account.isEmpty()) {
            return seeOther("/sign-in?failed=true&next=" + UriUtils.encode(next, StandardCharsets.UTF_8));
        }
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(USER, account.get().name());
        return seeOther(ReturnAddress.of(next));
    }

    @PostMapping("/sign-out")
    public ResponseEntity<String> signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return seeOther("/sign-in");
    }

    static ResponseEntity<String> seeOther(String target) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, target).build();
    }
}
