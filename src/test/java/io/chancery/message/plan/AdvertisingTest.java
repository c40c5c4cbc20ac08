package io.chancery.message.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.consent.Preferences;
import io.chancery.consent.QuietHours;
import io.chancery.consent.Standing;
import io.chancery.consent.Standings;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether an offer in a bill goes along, by the rules for advertising. */
class AdvertisingTest {

    private static final String ADDRESS = "ada@example.org";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final QuietHours OVER_LUNCH =
            new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 0), ZoneOffset.UTC);

    private static String decided(Standing standing, Preferences preferences, Channel channel) {
        var ada = new Recipient(
                Ucid.ofNumber(42),
                1,
                new PersonName("Frau", "", "Ada", "Beispiel"),
                null,
                "de",
                null,
                new Recipient.ContactPoints(null, ADDRESS, "+491510000000", null));
        return Advertising.of(new Attitude(standing, preferences, List.of(), Allotment.unlimited()), channel, ada, NOON)
                .toString();
    }

    private static String decided(Standing standing, Channel channel) {
        return decided(standing, Preferences.NONE, channel);
    }

    @Test
    void by_mail_and_text_message_it_needs_a_consent_for_just_that_and_by_letter_none() {
        assertThat(decided(Standings.agreed(ADDRESS), Channel.EMAIL)).startsWith("shown, ");
        assertThat(decided(Standings.agreed(ADDRESS), Channel.SMS)).startsWith("dropped, consent-missing: ");
        assertThat(decided(Standings.agreed("old@example.org"), Channel.EMAIL))
                .startsWith("dropped, consent-for-other-address: ");
        assertThat(decided(Standing.SILENT, Channel.EMAIL))
                .isEqualTo("dropped, consent-missing: Advertising needs consent, and there is none.");
        assertThat(decided(Standing.SILENT, Channel.PRINT))
                .isEqualTo("shown, Advertising by letter was never objected to");
    }

    @Test
    void an_objection_drops_it_everywhere() {
        assertThat(decided(Standings.objecting(ADDRESS), Channel.EMAIL)).startsWith("dropped, objected: ");
        assertThat(decided(Standings.objecting(ADDRESS), Channel.PRINT)).startsWith("dropped, objected: ");
    }

    @Test
    void in_quiet_hours_the_message_goes_without_it() {
        var quiet = new Preferences(Map.of(), OVER_LUNCH, null, null);

        assertThat(decided(Standings.agreed(ADDRESS), quiet, Channel.EMAIL)).startsWith("dropped, quiet-hours: ");
        assertThat(decided(Standings.agreed(ADDRESS), quiet, Channel.PRINT)).startsWith("shown, ");
    }
}
