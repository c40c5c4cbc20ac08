package io.chancery.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final byte[] SECRET = "a key of somebody".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = "somebody".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private MasterKey key() {
        return new MasterKey(new KeyFolder(Optional.empty(), data));
    }

    @Test
    void is_made_once_for_its_owner_alone() throws IOException {
        var first = key().fingerprint();

        assertThat(key().fingerprint()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(data.resolve("keys/master.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void unwraps_what_it_wrapped_in_the_same_context_and_nothing_else() {
        var key = key();
        var wrapped = key.wrap(SECRET, CONTEXT);
        var changed = wrapped.clone();
        changed[wrapped.length - 1] ^= 1;

        assertThat(key.unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
        assertThat(key.wrap(SECRET, CONTEXT)).isNotEqualTo(wrapped);
        assertThatThrownBy(() -> key.unwrap(wrapped, SECRET)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.unwrap(changed, CONTEXT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.unwrap(new byte[3], CONTEXT)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Reckoned by Python: hmac.new(bytes(32), b'\0\0\0\1audit\0\0\0\1\0', 'sha256'). */
    @Test
    void derives_keys_as_the_standard_says() {
        assertThat(HexFormat.of().formatHex(Derivation.derive(new byte[32], "audit")))
                .isEqualTo("44ea1876af6d339d6d4847160563eae040001c01aa64e75ddc787d5e5b37cd5d");
    }

    @Test
    void a_file_that_is_no_key_is_refused_without_showing_it() throws IOException {
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/master.key"), "c2hvcnQ=");

        assertThatThrownBy(this::key)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("master.key")
                .hasMessageNotContaining("c2hvcnQ");
    }
}
