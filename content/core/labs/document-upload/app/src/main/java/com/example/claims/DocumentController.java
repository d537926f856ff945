package com.example.claims;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/claims/{claimId}/documents")
public class DocumentController {

    private static final Logger log = LoggerFactory.getLogger(DocumentController.class);

    private final ClaimRegister register;
    private final DocumentArchive archive;
    private final UploadRules rules;

    public DocumentController(ClaimRegister register, DocumentArchive archive, UploadRules rules) {
        this.register = register;
        this.archive = archive;
        this.rules = rules;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public StoredDocument add(
            @PathVariable long claimId,
            @RequestParam("file") MultipartFile file,
            @RequestHeader(name = "X-Remote-User", defaultValue = "unknown") String clerk) throws IOException {
        Claim claim = register.claim(claimId);
        String type = rules.check(file);
        long number = register.nextNumber();
        Path stored = archive.store(claimId, number, file);
        StoredDocument document =
                new StoredDocument(number, file.getOriginalFilename(), type, file.getSize(), clerk, stored);
        claim.byId().put(number, document);
        log.info("Document {} of {} bytes added to claim {}", number, document.size(), claimId);
        return document;
    }

    @GetMapping("/{documentId}")
    public ResponseEntity<Resource> show(@PathVariable long claimId, @PathVariable long documentId) {
        StoredDocument document = register.document(claimId, documentId);
        ContentDisposition inFrame =
                ContentDisposition.inline().filename(document.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(typeOf(document))
                .header(HttpHeaders.CONTENT_DISPOSITION, inFrame.toString())
                .body(new FileSystemResource(document.file()));
    }

    /** Browsers need the exact type to show a page in the frame, so look it up by the name (CLM-398). */
    private static MediaType typeOf(StoredDocument document) {
        return MediaTypeFactory.getMediaType(document.name()).orElse(MediaType.APPLICATION_OCTET_STREAM);
    }
}
