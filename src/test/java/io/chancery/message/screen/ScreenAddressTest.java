package io.chancery.message.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.platform.links.WebAddresses;
import io.chancery.vocabulary.Channel;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenAddressTest {

    private static final String LOCAL = "127.0.0.1";

    private static ScreenAddress address(String base, Map<String, URI> ofBrands, boolean development) {
        var endpoints = List.of(
                new ProviderEndpoint(Channel.EMAIL, "smtp://localhost", false),
                new ProviderEndpoint(Channel.SMS, "smpp://localhost", development));
        return new ScreenAddress(WebAddresses.of(base, ofBrands), endpoints, LOCAL, 8080);
    }

    @Test
    void a_brand_has_its_own_short_address() {
        var address =
                address("https://post.example.org/", Map.of("lindenwerk", URI.create("https://lw.example/")), false);

        assertThat(address.of("lindenwerk", "T")).isEqualTo("https://lw.example/d/T");
        assertThat(address.of("other", "T")).isEqualTo("https://post.example.org/d/T");
    }

    @Test
    void in_development_it_is_this_machine() {
        var address = address("", Map.of(), true);

        assertThat(address.of("lindenwerk", "T")).isEqualTo("http://127.0.0.1:8080/d/T");
        assertThat(address.isReachable("lindenwerk")).isTrue();
    }

    @Test
    void no_customer_is_led_to_this_machine() {
        var ofOne = Map.of("lindenwerk", URI.create("https://lw.example"));

        assertThat(address("", Map.of(), false).isReachable("lindenwerk")).isFalse();
        assertThat(address("", ofOne, false).isReachable("lindenwerk")).isTrue();
        assertThat(address("", ofOne, false).isReachable("other")).isFalse();
        assertThat(address("https://post.example.org", Map.of(), false).isReachable("other"))
                .isTrue();
    }
}
