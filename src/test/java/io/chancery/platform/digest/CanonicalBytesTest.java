package io.chancery.platform.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

class CanonicalBytesTest {

    private final CanonicalBytes row = new CanonicalBytes();

    private AbstractStringAssert<?> assertRow() {
        return assertThat(Sha256.hexadecimal(row.toBytes()));
    }

    @Test
    void each_field_stands_behind_its_length() {
        row.text("Grüße")
                .id(UUID.fromString("0198c0de-0000-7000-8000-0123456789ab"))
                .number(-1)
                .instant(Instant.parse("1970-01-01T00:00:01.000002Z"))
                .bytes(new byte[] {7});

        assertRow()
                .isEqualTo("000000074772c3bcc39f65" + "000000100198c0de0000700080000123456789ab"
                        + "00000008ffffffffffffffff" + "0000000800000000000f4242" + "0000000107");
    }

    @Test
    void nothing_is_not_the_empty_text() {
        row.text(null).text("").id(null).instant(null).bytes(null).map(null).nothing();

        assertRow().isEqualTo("ffffffff" + "00000000" + "ffffffff".repeat(5));
    }

    @Test
    void a_list_says_how_many_and_keeps_their_order() {
        row.texts(List.of("b", "a")).texts(List.of());

        assertRow().isEqualTo("00000002" + "0000000162" + "0000000161" + "00000000");
    }

    @Test
    void a_map_is_in_the_order_of_its_keys_however_it_was_made() {
        var values = new LinkedHashMap<String, String>();
        values.put("b", "2");
        values.put("a", null);

        row.map(values);

        assertRow().isEqualTo("00000002" + "0000000161" + "ffffffff" + "0000000162" + "0000000132");
        assertThat(new CanonicalBytes().map(new HashMap<>(values)).toBytes()).isEqualTo(row.toBytes());
    }

    @Test
    void the_order_is_that_of_the_bytes_and_not_of_java() {
        row.map(Map.of("\uFFFD", "", "\uD83D\uDE00", ""));

        assertRow().isEqualTo("00000002" + "00000003efbfbd" + "00000000" + "00000004f09f9880" + "00000000");
    }

    @Test
    void fields_cannot_flow_into_each_other() {
        row.text("ab").text("c");

        assertThat(new CanonicalBytes().text("a").text("bc").toBytes()).isNotEqualTo(row.toBytes());
    }

    @Test
    void a_time_is_never_finer_than_the_database_keeps_it() {
        row.instant(Instant.ofEpochSecond(-1, 999_999_000));

        assertThat(new CanonicalBytes().number(-1).toBytes()).isEqualTo(row.toBytes());
        assertThatThrownBy(() -> row.instant(Instant.ofEpochSecond(0, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row.instant(Instant.MAX.truncatedTo(ChronoUnit.MICROS)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Reckoned by Python: hmac.new(b'Jefe', bytes.fromhex('0000001c') + b'what do ya want for nothing?', 'sha256'). */
    @Test
    void a_commitment_is_an_hmac() {
        var key = new SecretKeySpec("Jefe".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        row.text("what do ya want for nothing?");

        assertThat(Sha256.hexadecimal(row.commitment(key)))
                .isEqualTo("6298cecdfbe401fe7a2c98963b8fc9fce1d110839f3a1ac4f873523359f55750");
    }
}
