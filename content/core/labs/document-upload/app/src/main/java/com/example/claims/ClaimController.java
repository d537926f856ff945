package com.example.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/claims")
public class ClaimController {

    public record NewClaim(String subject) {
    }

    private final ClaimRegister register;
    private final Path templates;

    public ClaimController(ClaimRegister register, @Value("${claims.templates}") Path templates) {
        this.register = register;
        this.templates = templates;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Claim open(@RequestBody NewClaim body) {
        return register.open(body.subject());
    }

    @GetMapping("/{id}")
    public Claim show(@PathVariable long id) {
        return register.claim(id);
    }

    /** The service desk edits the text on disk, so it is read afresh every time. */
    @GetMapping(path = "/{id}/acknowledgement", produces = MediaType.TEXT_PLAIN_VALUE)
    public String acknowledgement(@PathVariable long id) throws IOException {
        Claim claim = register.claim(id);
        String text = Files.readString(templates.resolve("acknowledgement.txt"));
        return text.replace("{claim}", Long.toString(claim.id())).replace("{subject}", claim.subject());
    }
}
