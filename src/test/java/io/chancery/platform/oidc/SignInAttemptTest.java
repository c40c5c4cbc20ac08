package io.chancery.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInAttemptTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/messages?status=failed, /messages?status=failed",
        "/runs/4711, /runs/4711",
        "https://evil.example.org/customers?q=a%20b, /customers?q=a%20b",
        "https://evil.example.org//evil.example.org, /",
        "//evil.example.org, /",
        "https:evil.example.org, /",
        "javascript:alert(1), /",
        "/\\evil.example.org, /",
        "/a\"><script>, /",
        "'/a;url=https://evil.example.org', /",
        "/sign-out, /",
        "/j_security_check, /",
        "'', /"
    })
    void nobody_is_led_to_another_server(String wanted, String page) {
        assertThat(SignInAttempt.fresh(wanted).page()).isEqualTo(page);
    }

    @Test
    void a_cookie_keeps_all_of_it() {
        var attempt = SignInAttempt.fresh("/messages?after=x");

        assertThat(SignInAttempt.parse(attempt.text())).contains(attempt);
    }

    @Test
    void no_two_attempts_are_alike() {
        assertThat(SignInAttempt.fresh("/").text())
                .isNotEqualTo(SignInAttempt.fresh("/").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "a.b.c.d", "%.%.%.%"})
    void what_is_no_attempt_is_none(String text) {
        assertThat(SignInAttempt.parse(text)).isEmpty();
    }

    @Test
    void a_page_that_somebody_wrote_into_the_cookie_is_no_way_out_either() {
        var text = SignInAttempt.fresh("/").text();
        // Base64 of //evil.example.org
        var forged = text.substring(0, text.lastIndexOf('.') + 1) + "Ly9ldmlsLmV4YW1wbGUub3Jn";

        assertThat(SignInAttempt.parse(forged).orElseThrow().page()).isEqualTo("/");
    }
}
