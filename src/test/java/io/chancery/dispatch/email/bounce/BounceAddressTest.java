package io.chancery.dispatch.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceAddressTest {

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz.-_+= ";

    private final BounceAddress addresses = TestBounceAddress.at("bounce.example.org");

    static Stream<UUID> ids() {
        var random = new Random(20261127);
        var extremes = Stream.of(new UUID(0, 0), new UUID(-1, -1), new UUID(0, 1), new UUID(-1, 0), new UUID(1, -1));
        return Stream.concat(
                extremes,
                Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                        .limit(500));
    }

    @Test
    void an_address_names_its_delivery_in_any_case_and_whatever_stands_around_it() {
        assertThat(ids()).allSatisfy(id -> {
            var address = addresses.of(id).orElseThrow();

            assertThat(address).matches("b\\+[0-9a-v]{26}\\.[0-9a-v]{16}@bounce\\.example\\.org");
            assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
            assertThat(addresses.find(address)).contains(id);
            assertThat(addresses.find(address.toUpperCase(Locale.ROOT))).contains(id);
            assertThat(addresses.find("<SRS0=ab=cd=bounce.example.org=" + address.replace("@", "=") + "@x.example>"))
                    .contains(id);
        });
    }

    @ParameterizedTest
    @MethodSource
    void one_character_changed_is_no_address_of_ours(UUID id) {
        var token = addresses.token(id);
        for (int i = 0; i < token.length(); i++) {
            for (var letter : LETTERS.toCharArray()) {
                var changed = token.substring(0, i) + letter + token.substring(i + 1);
                if (letter != token.charAt(i)) {
                    assertThat(addresses.find("b+" + changed + "@bounce.example.org"))
                            .as(changed)
                            .isEmpty();
                }
            }
        }
    }

    static Stream<UUID> one_character_changed_is_no_address_of_ours() {
        return ids().limit(30);
    }

    @Test
    void one_character_more_or_less_is_no_address_of_ours() {
        var token = addresses.token(UUID.fromString("0198f1c2-1111-7222-8333-444455556666"));

        assertThat(Stream.of("0" + token, token + "0", token.substring(1), token.substring(0, 42), token + "z"))
                .allSatisfy(changed -> assertThat(addresses.find(changed)).isEmpty());
    }

    @Test
    void what_another_key_signed_is_not_ours() {
        var id = UUID.randomUUID();
        var others = new BounceAddress("bounce.example.org", signed -> new byte[32]);

        assertThat(addresses.find(others.of(id).orElseThrow())).isEmpty();
        assertThat(addresses.find(others.token(id) + " " + addresses.token(id))).contains(id);
    }

    @Test
    void without_a_domain_there_is_no_return_path() {
        assertThat(TestBounceAddress.none().of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_domain_is_used_by_its_ascii_name() {
        assertThat(TestBounceAddress.at("Rück.example.org")
                        .of(UUID.randomUUID())
                        .orElseThrow())
                .endsWith("@xn--rck-hoa.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "a b.example", "bounce@example.org", "-x.example", "a..example"})
    void a_domain_that_is_none_is_found_at_once(String domain) {
        assertThatThrownBy(() -> TestBounceAddress.at(domain))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chancery.dispatch.email.bounces.domain");
    }
}
