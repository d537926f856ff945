package com.example.portal;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a browser goes on to after the sign-in. */
@Component
public class Landing {

    static final String OVERVIEW = "/";

    private static final Logger log = LoggerFactory.getLogger(Landing.class);

    private final List<String> addresses;

    public Landing(@Value("${portal.addresses}") List<String> addresses) {
        this.addresses = addresses;
    }

    /** The page that was asked for when it is one of ours, and otherwise the overview. */
    public String after(String wanted) {
        if (wanted.startsWith("/") || addresses.stream().anyMatch(wanted::startsWith)) {
            return wanted;
        }
        if (!wanted.isBlank()) {
            log.info("Not one of our pages: {}", wanted);
        }
        return OVERVIEW;
    }
}
