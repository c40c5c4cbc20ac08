package io.chancery.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static QuietHours quiet(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), BERLIN);
    }

    @ParameterizedTest
    @CsvSource({
        // By day and over midnight, in winter (UTC+1).
        "12:00, 14:00, 2026-01-10T11:00:00Z, 2026-01-10T13:00:00Z",
        "12:00, 14:00, 2026-01-10T12:59:59Z, 2026-01-10T13:00:00Z",
        "20:00, 08:00, 2026-01-10T19:00:00Z, 2026-01-11T07:00:00Z",
        "20:00, 08:00, 2026-01-11T06:59:00Z, 2026-01-11T07:00:00Z",
        // Over the night in which clocks are put forward, and into the hour that it has not.
        "20:00, 08:00, 2026-03-28T21:00:00Z, 2026-03-29T06:00:00Z",
        "22:00, 02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:30:00Z"
    })
    void advertising_waits_for_their_end(String from, String to, Instant now, Instant end) {
        assertThat(quiet(from, to).endAfter(now)).hasValue(end);
    }

    @ParameterizedTest
    @CsvSource({
        "12:00, 14:00, 2026-01-10T10:59:59Z",
        "12:00, 14:00, 2026-01-10T13:00:00Z",
        "20:00, 08:00, 2026-01-10T07:00:00Z",
        "20:00, 08:00, 2026-01-10T18:59:59Z"
    })
    void outside_of_them_nothing_waits(String from, String to, Instant now) {
        assertThat(quiet(from, to).endAfter(now)).isEmpty();
    }

    @Test
    void a_letter_wakes_nobody() {
        var preferences = new Preferences(Map.of(), quiet("20:00", "08:00"), null, null);
        var night = Instant.parse("2026-01-10T22:00:00Z");

        assertThat(preferences.quietUntil(Channel.EMAIL, night)).isPresent();
        assertThat(preferences.quietUntil(Channel.PRINT, night)).isEmpty();
    }

    @Test
    void they_begin_and_end_at_different_times() {
        assertThatThrownBy(() -> quiet("20:00", "20:00")).isInstanceOf(IllegalArgumentException.class);
    }
}
