package io.chancery.platform.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class CanonicalBytesTest {

    @Test
    void each_field_stands_behind_its_length() {
        var row = new CanonicalBytes()
                .text("Grüße")
                .uuid(UUID.fromString("0198c0de-0000-7000-8000-0123456789ab"))
                .number(-1)
                .instant(Instant.parse("1970-01-01T00:00:01.000002Z"))
                .bytes(new byte[] {7});

        assertThat(row.toBytes())
                .asHexString()
                .isEqualToIgnoringCase("00000007" + "4772c3bcc39f65" + "00000010" + "0198c0de0000700080000123456789ab"
                        + "00000008" + "ffffffffffffffff" + "00000008" + "00000000000f4242" + "00000001" + "07");
    }

    @Test
    void nothing_is_not_the_empty_text() {
        assertThat(new CanonicalBytes().text(null).toBytes()).asHexString().isEqualToIgnoringCase("ffffffff");
        assertThat(new CanonicalBytes().text("").toBytes()).asHexString().isEqualTo("00000000");
        assertThat(new CanonicalBytes().uuid(null).instant(null).bytes(null).toBytes())
                .asHexString()
                .isEqualToIgnoringCase("ffffffff".repeat(3));
    }

    @Test
    void a_map_is_in_the_order_of_its_keys_however_it_was_made() {
        var one = new LinkedHashMap<String, String>();
        one.put("b", "2");
        one.put("a", "");
        var other = new HashMap<>(one);

        assertThat(new CanonicalBytes().map(one).toBytes())
                .asHexString()
                .isEqualToIgnoringCase("00000002" + "0000000161" + "00000000" + "0000000162" + "0000000132");
        assertThat(new CanonicalBytes().map(other).toBytes())
                .isEqualTo(new CanonicalBytes().map(one).toBytes());
    }

    @Test
    void the_order_is_that_of_the_bytes_not_of_java() {
        var keys = Map.of("\uFFFD", "", "\uD83D\uDE00", "");

        assertThat(new CanonicalBytes().map(keys).toBytes())
                .asHexString()
                .isEqualToIgnoringCase("00000002" + "00000003efbfbd" + "00000000" + "00000004f09f9880" + "00000000");
    }

    @Test
    void fields_cannot_flow_into_each_other() {
        assertThat(new CanonicalBytes().text("ab").text("c").toBytes())
                .isNotEqualTo(new CanonicalBytes().text("a").text("bc").toBytes());
    }

    @Test
    void a_time_is_never_finer_than_the_database_keeps_it() {
        assertThatThrownBy(() -> new CanonicalBytes().instant(Instant.ofEpochSecond(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new CanonicalBytes()
                        .instant(Instant.ofEpochSecond(-1, 999_999_000))
                        .toBytes())
                .isEqualTo(new CanonicalBytes().number(-1).toBytes());
    }

    /** Expected is what Python's hmac makes of it. */
    @Test
    void a_commitment_is_an_hmac() {
        var key = new SecretKeySpec("Jefe".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        var row = new CanonicalBytes().text("what do ya want for nothing?");

        assertThat(row.commitment(key))
                .asHexString()
                .isEqualToIgnoringCase("6298cecdfbe401fe7a2c98963b8fc9fce1d110839f3a1ac4f873523359f55750");
    }
}
