package com.example.claims;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The bytes of the documents: one folder a claim, and in it one folder a document. */
@Component
public class DocumentArchive {

    private final Path root;

    public DocumentArchive(@Value("${claims.documents}") Path root) {
        this.root = root;
    }

    public Path store(long claim, long document, MultipartFile upload) throws IOException {
        Path folder = root.resolve(Long.toString(claim)).resolve(Long.toString(document));
        Files.createDirectories(folder);
        Path target = folder.resolve(upload.getOriginalFilename());
        try (InputStream bytes = upload.getInputStream()) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }
}
