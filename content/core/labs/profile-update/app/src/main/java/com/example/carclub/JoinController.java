package com.example.carclub;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class JoinController {

    public record Application(@NotBlank @Email String email, @NotBlank @Size(max = 60) String displayName) {
    }

    public record Joined(Member member, String token) {
    }

    private final MemberStore members;
    private final Sessions sessions;

    public JoinController(MemberStore members, Sessions sessions) {
        this.members = members;
        this.sessions = sessions;
    }

    @PostMapping("/api/members")
    @ResponseStatus(HttpStatus.CREATED)
    public Joined join(@Valid @RequestBody Application application) {
        Member member = new Member();
        member.setEmail(application.email());
        member.setDisplayName(application.displayName());
        members.add(member);
        return new Joined(member, sessions.start(member));
    }
}
