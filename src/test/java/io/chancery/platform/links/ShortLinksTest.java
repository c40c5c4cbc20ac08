package io.chancery.platform.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortLinksTest {

    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @TempDir
    Path folder;

    private ShortLinks links() {
        return new ShortLinks(new LinkKey(Optional.empty(), folder.toString()));
    }

    @Test
    void a_token_is_the_same_after_a_restart_and_short_enough_for_a_text_message() {
        var token = links().token("use", ID);

        assertThat(token).isEqualTo(links().token("use", ID)).matches("[1-9A-HJ-NP-Za-km-z]{17}");
        assertThat(links().isToken(token, "use", ID)).isTrue();
    }

    @Test
    void a_token_is_for_one_use_one_id_and_one_key() {
        var token = links().token("use", ID);
        var otherKey = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(links().isToken(token, "other", ID)).isFalse();
        assertThat(links().isToken(token, "use", UUID.randomUUID())).isFalse();
        assertThat(new ShortLinks(new LinkKey(Optional.of(otherKey), "")).isToken(token, "use", ID))
                .isFalse();
    }

    @Test
    void every_single_changed_character_is_noticed() {
        var token = links().token("use", ID);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';

            assertThat(links().isToken(token.substring(0, i) + other + token.substring(i + 1), "use", ID))
                    .isFalse();
        }
        assertThat(links().isToken("", "use", ID)).isFalse();
        assertThat(links().isToken(token + "x", "use", ID)).isFalse();
    }

    @Test
    void tokens_of_following_ids_have_nothing_in_common() {
        var tokens = new HashSet<String>();
        var endings = new HashSet<String>();
        var links = links();
        for (int i = 0; i < 10_000; i++) {
            var token = links.token("use", new UUID(ID.getMostSignificantBits(), i));
            tokens.add(token);
            endings.add(token.substring(14));
        }

        assertThat(tokens).hasSize(10_000);
        assertThat(endings).hasSizeGreaterThan(8_000);
    }
}
