package io.chancery.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.web.Reader;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The letter has 2 pages instead of 1 | Der Brief hat 2 Seiten statt 1
            The letter has 1 page instead of 2 | Der Brief hat 1 Seite statt 2
            Page 2 is new | Seite 2 ist neu
            Page 1 looks different: less than 0.1 % of it, within a field of 20 × 5 mm, 25 mm from the left and 110 mm from the top | Seite 1 sieht anders aus: weniger als 0.1 % davon, in einem Feld von 20 × 5 mm, 25 mm von links und 110 mm von oben
            Page 1 looks different: 0.4 % of it, within a field of 20 × 5 mm, 25 mm from the left and 110 mm from the top | Seite 1 sieht anders aus: 0.4 % davon, in einem Feld von 20 × 5 mm, 25 mm von links und 110 mm von oben
            subject: «Ihr Tarif» is now «Ihr neuer Tarif» | subject: bisher «Ihr Tarif», jetzt «Ihr neuer Tarif»
            segments: «1» is now «2» | SMS-Segmente: bisher 1, jetzt 2
            reply-to: (nothing) is now «a@example.org» | reply-to: bisher (nichts), jetzt «a@example.org»
            The new version cannot be rendered: message.de.html, line 4: no such block | Diese Version kann nicht gesetzt werden: message.de.html, line 4: no such block
            Nobody has thought of this | Nobody has thought of this
            """)
    void findings_are_told_in_german_as_far_as_that_is_known(String english, String german) {
        assertThat(FindingWords.told(english, new Reader("de", ZoneOffset.UTC))).isEqualTo(german);
        assertThat(FindingWords.told(english, new Reader("en", ZoneOffset.UTC))).isEqualTo(english);
    }

    @Test
    void what_an_author_wrote_is_left_as_it_is() {
        assertThat(FindingWords.told("subject: «$1» is now «\\»", new Reader("de", ZoneOffset.UTC)))
                .isEqualTo("subject: bisher «$1», jetzt «\\»");
    }
}
