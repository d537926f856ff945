package com.example.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReturnAddressTest {

    @Test
    void keepsAPageOfThePortalWithItsQuery() {
        assertThat(ReturnAddress.of("/reports/2031?quarter=1")).isEqualTo("/reports/2031?quarter=1");
    }

    @Test
    void goesHomeInsteadOfToAnotherSite() {
        assertThat(ReturnAddress.of("https://example.org/")).isEqualTo("/home");
        assertThat(ReturnAddress.of("")).isEqualTo("/home");
    }
}
