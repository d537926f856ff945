package com.example.claims;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What may go into a claim: PDF, PNG and JPEG. */
@Component
public class UploadRules {

    static final int LONGEST_NAME = 120;

    private static final Set<String> TYPES = Set.of("application/pdf", "image/png", "image/jpeg");

    /** Returns the type of the upload; throws when it may not go into a claim. */
    public String check(MultipartFile upload) {
        if (upload.isEmpty()) {
            throw new RejectedUpload("The file is empty.");
        }
        String name = upload.getOriginalFilename();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new RejectedUpload("A document needs a name of at most " + LONGEST_NAME + " characters.");
        }
        String type = String.valueOf(upload.getContentType()).toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new RejectedUpload("Only PDF, PNG and JPEG can be added to a claim.");
        }
        return type;
    }
}
