package com.example.carclub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own profile: to look at, and to keep up to date. */
@RestController
@RequestMapping("/api/me")
public class ProfileController {

    private static final Logger log = LoggerFactory.getLogger(ProfileController.class);

    private final MemberStore members;
    private final Sessions sessions;
    private final ObjectMapper json;
    private final Validator validator;

    public ProfileController(MemberStore members, Sessions sessions, ObjectMapper json, Validator validator) {
        this.members = members;
        this.sessions = sessions;
        this.json = json;
        this.validator = validator;
    }

    @GetMapping
    public Member show(@RequestHeader(name = "Authorization", required = false) String authorization) {
        return sessions.member(authorization);
    }

    /** Only what the client sends changes; everything else stays as it is. */
    @PatchMapping
    public Member update(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @RequestBody JsonNode changes) {
        return change(authorization, member -> {
            try {
                json.readerForUpdating(member).readValue(changes);
            } catch (IOException error) {
                throw new Refused(400, "A value has the wrong form.");
            }
        });
    }

    /** The 2.x apps send the profile as a form. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public Member updateFromForm(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            HttpServletRequest request) {
        return change(authorization, member -> {
            ServletRequestDataBinder binder = new ServletRequestDataBinder(member);
            binder.bind(request);
            if (binder.getBindingResult().hasErrors()) {
                throw new Refused(400, "A value has the wrong form.");
            }
        });
    }

    private Member change(String authorization, Consumer<Member> changes) {
        long id = sessions.member(authorization).getId();
        Member changed = members.change(id, member -> {
            changes.accept(member);
            requireValid(member);
        });
        log.info("Member {} changed the profile", id);
        return changed;
    }

    private void requireValid(Member member) {
        Set<ConstraintViolation<Member>> violations = validator.validate(member);
        if (!violations.isEmpty()) {
            throw new Refused(400, violations.stream()
                    .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .sorted()
                    .collect(Collectors.joining("; ")));
        }
    }
}
