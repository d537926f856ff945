package com.example.carclub;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Session tokens and whose they are. */
@Component
public class Sessions {

    private static final String SCHEME = "Bearer ";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> owners = new ConcurrentHashMap<>();
    private final MemberStore members;

    public Sessions(MemberStore members) {
        this.members = members;
    }

    public String start(Member member) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return start(member, HexFormat.of().formatHex(bytes));
    }

    String start(Member member, String token) {
        owners.put(token, member.getId());
        return token;
    }

    /** Returns the member whose token the header holds; throws when nobody is signed in. */
    public Member member(String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new Refused(401, "Sign in first.");
        }
        Long id = owners.get(authorization.substring(SCHEME.length()));
        if (id == null) {
            throw new Refused(401, "The session has ended.");
        }
        return members.find(id).orElseThrow(() -> new Refused(401, "The session has ended."));
    }

    public Member dispatcher(String authorization) {
        Member member = member(authorization);
        if (member.getRole() != Role.DISPATCHER) {
            throw new Refused(403, "Only dispatchers may do this.");
        }
        return member;
    }
}
