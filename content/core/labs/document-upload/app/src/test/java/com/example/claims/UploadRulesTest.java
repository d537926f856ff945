package com.example.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

class UploadRulesTest {

    private final UploadRules rules = new UploadRules();

    @Test
    void acceptsAPdf() {
        var upload = new MockMultipartFile("file", "estimate.pdf", "application/pdf", "%PDF-1.7".getBytes());

        assertThat(rules.check(upload)).isEqualTo("application/pdf");
    }

    @Test
    void refusesASpreadsheet() {
        var upload = new MockMultipartFile("file", "costs.xlsx", "application/vnd.ms-excel", new byte[] {1});

        assertThatThrownBy(() -> rules.check(upload)).isInstanceOf(RejectedUpload.class);
    }
}
