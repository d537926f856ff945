package com.example.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingTest {

    private final Landing landing = new Landing(List.of("https://residents.quayside.example"));

    @ParameterizedTest
    @ValueSource(strings = {"/statements/2025?part=2", "https://residents.quayside.example/notices"})
    void keepsOurPages(String wanted) {
        assertThat(landing.after(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://elsewhere.example/", "javascript:alert(1)"})
    void leadsEverythingElseToTheOverview(String wanted) {
        assertThat(landing.after(wanted)).isEqualTo("/");
    }
}
