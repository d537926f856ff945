package com.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class SignInController {

    private final Flats flats;
    private final Lockout lockout;
    private final Landing landing;
    private final AuditLog audit;

    public SignInController(Flats flats, Lockout lockout, Landing landing, AuditLog audit) {
        this.flats = flats;
        this.lockout = lockout;
        this.landing = landing;
        this.audit = audit;
    }

    @GetMapping("/sign-in")
    public ResponseEntity<String> form(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return SignedIn.flat(request) == null ? page(HttpStatus.OK, next, "") : goOn(landing.after(next));
    }

    @PostMapping("/sign-in")
    public ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        String flat = account.strip();
        if (lockout.isLocked(flat)) {
            return page(HttpStatus.TOO_MANY_REQUESTS, next, "This flat is locked. Try again in a quarter of an hour.");
        }
        if (!flats.opens(flat, code.strip())) {
            lockout.recordFailure(flat);
            audit.record(AuditEvent.SIGN_IN_FAILED, request, flat);
            return page(HttpStatus.UNAUTHORIZED, next, "The flat or the code is wrong.");
        }
        lockout.forget(flat);
        SignedIn.begin(request, flat);
        audit.record(AuditEvent.SIGN_IN, request, flat);
        return goOn(landing.after(next));
    }

    @PostMapping("/sign-out")
    public ResponseEntity<String> signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            audit.record(AuditEvent.SIGN_OUT, request, SignedIn.flat(request));
            session.invalidate();
        }
        return goOn("/sign-in");
    }

    private static ResponseEntity<String> goOn(String target) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, target).build();
    }

    private static ResponseEntity<String> page(HttpStatus status, String next, String message) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(Pages.signIn(next, message));
    }
}
