package com.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes the lines that the desk's collector takes. */
@Component
public class AuditLog {

    private static final Logger audit = LoggerFactory.getLogger("audit");

    public void record(AuditEvent event, HttpServletRequest request, String account) {
        audit.info("{} from={} account={}", event.word(), request.getRemoteAddr(), account);
    }
}
