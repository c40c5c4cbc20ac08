package io.chancery.platform.links;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://post.example.org",
                "https://example.org:8443/post/",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://[::1]:80"
            })
    void people_find_us_there(String base) {
        assertThatCode(() -> WebAddresses.of(base, Map.of()).check(true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post.example.org",
                "/post",
                "ftp://example.org",
                "https:post",
                "https:///post",
                "https://example.org?a=b",
                "https://example.org#a",
                "https://user:secret@example.org"
            })
    void nobody_finds_us_there(String base) {
        assertThatThrownBy(() -> WebAddresses.of(base, Map.of()).check(false))
                .hasMessage("chancery.web.base-url is no address to put paths behind: "
                        + "it is like https://post.example.org");
    }

    @Test
    void in_production_nobody_listens() {
        var plain = WebAddresses.of("", Map.of("lindenwerk", URI.create("http://lw.example")));

        assertThatCode(() -> plain.check(false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plain.check(true))
                .hasMessageStartingWith("chancery.web.brand-url.lindenwerk has to begin with https: ");
    }
}
