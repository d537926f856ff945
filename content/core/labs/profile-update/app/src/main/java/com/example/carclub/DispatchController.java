package com.example.carclub;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the people at the desk do. */
@RestController
@RequestMapping("/api/dispatch")
public class DispatchController {

    public record License(boolean verified) {
    }

    public record Payment(@Min(1) @Max(100_000) long cents) {
    }

    private final MemberStore members;
    private final Sessions sessions;
    private final String keySafeCode;

    public DispatchController(
            MemberStore members,
            Sessions sessions,
            @Value("${club.dispatch-token}") String dispatchToken,
            @Value("${club.key-safe-code}") String keySafeCode) {
        this.members = members;
        this.sessions = sessions;
        this.keySafeCode = keySafeCode;
        Member desk = new Member();
        desk.setDisplayName("Dispatch desk");
        desk.setRole(Role.DISPATCHER);
        sessions.start(members.add(desk), dispatchToken);
    }

    @GetMapping("/key-safe")
    public Map<String, String> keySafe(@RequestHeader(name = "Authorization", required = false) String authorization) {
        sessions.dispatcher(authorization);
        return Map.of("code", keySafeCode);
    }

    @PostMapping("/members/{id}/license")
    public Member license(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @PathVariable long id,
            @RequestBody License license) {
        sessions.dispatcher(authorization);
        return members.change(id, member -> member.setLicenseVerified(license.verified()));
    }

    @PostMapping("/members/{id}/credit")
    public Member credit(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @PathVariable long id,
            @Valid @RequestBody Payment payment) {
        sessions.dispatcher(authorization);
        return members.change(id, member -> {
            Account account = member.getAccount();
            account.setCreditCents(account.getCreditCents() + payment.cents());
        });
    }
}
