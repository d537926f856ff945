package com.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@RestController
public class PortalController {

    @GetMapping({"/home", "/reports/{*page}"})
    public ResponseEntity<String> page(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object user = session == null ? null : session.getAttribute(SignInController.USER);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String here = request.getRequestURI() + query;
        if (user == null) {
            return SignInController.seeOther("/sign-in?next=" + UriUtils.encode(here, StandardCharsets.UTF_8));
        }
        return Pages.text("Staff portal", "Signed in as " + user + ", looking at " + here);
    }
}
