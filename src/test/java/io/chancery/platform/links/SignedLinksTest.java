package io.chancery.platform.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinksTest {

    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @TempDir
    Path folder;

    private final MutableClock clock = MutableClock.atNoon();

    private SignedLinks links() {
        return new SignedLinks(new LinkKey(Optional.empty(), folder.toString()), clock);
    }

    private String token() {
        return links().sign("use", ID, clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void a_token_says_what_was_signed_also_after_a_restart() {
        assertThat(links().verify("use", token())).hasValue(new SignedLinks.Claim(ID, false));
    }

    @Test
    void a_token_ends() {
        var token = token();
        clock.pass(Duration.ofDays(1));

        assertThat(links().verify("use", token)).hasValue(new SignedLinks.Claim(ID, true));
    }

    @Test
    void a_token_for_one_use_is_none_for_another() {
        assertThat(links().verify("other", token())).isEmpty();
    }

    @Test
    void every_single_changed_character_is_noticed() {
        var token = token();
        for (int i = 0; i < token.length(); i++) {
            for (char other : "AB-_9".toCharArray()) {
                if (token.charAt(i) != other) {
                    var changed = token.substring(0, i) + other + token.substring(i + 1);
                    assertThat(links().verify("use", changed))
                            .as("changed at %d", i)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void the_id_of_somebody_else_does_not_fit_the_signature() {
        var mine = Base64.getUrlDecoder().decode(token());
        var other = Base64.getUrlDecoder()
                .decode(links().sign("use", UUID.randomUUID(), clock.instant().plus(Duration.ofDays(1))));
        System.arraycopy(other, 0, mine, 0, 16);

        assertThat(links().verify("use", Base64.getUrlEncoder().withoutPadding().encodeToString(mine)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "no token", "../../etc/passwd", "ä", "%00"})
    void what_is_no_token_at_all_is_none(String text) {
        assertThat(links().verify("use", text)).isEmpty();
        assertThat(links().verify("use", token() + text).isPresent()).isEqualTo(text.isEmpty());
    }

    @Test
    void another_key_knows_none_of_our_tokens() {
        var configured = Base64.getEncoder().encodeToString(new byte[32]);
        var other = new SignedLinks(new LinkKey(Optional.of(configured), folder.toString()), clock);

        assertThat(other.verify("use", token())).isEmpty();
    }

    @Test
    void the_key_is_for_our_own_eyes_and_nothing_is_left_of_its_making() throws IOException {
        token();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("links.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("links.key"));
        }
    }

    @Test
    void a_key_that_is_too_short_is_refused() {
        var links = new SignedLinks(new LinkKey(Optional.of("c2hvcnQ="), folder.toString()), clock);

        assertThatThrownBy(() -> links.sign("use", ID, clock.instant())).isInstanceOf(IllegalStateException.class);
    }
}
