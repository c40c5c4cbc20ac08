package io.chancery.web.author.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            «customer.nam»: there is no «nam»; there is city, name | «customer.nam»: «nam» gibt es nicht, sondern: city, name
            {#sms} has no place in {#if | {#sms} hat in {#if keinen Platz
            email.html: <script> has no place in a mail | email.html: <script> hat in einer E-Mail keinen Platz
            email.html: <p onclick> has no place in a mail | email.html: <p onclick> hat in einer E-Mail keinen Platz
            <form> has no place in a letter | <form> hat in einem Brief keinen Platz
            The letter has 3 pages, and this template takes 2 (plan.limits.pages) | Der Brief hat 3 Seiten, und diese Vorlage erlaubt 2 (plan.limits.pages)
            The letter has 2 pages; with the live version it has 1 | Der Brief hat 2 Seiten; mit der Version in Gebrauch sind es 1
            The text message has 3 segments; with the live version it has 2 | Die SMS hat 3 Segmente; mit der Version in Gebrauch sind es 2
            A text message has 1 to 3 segments (plan.limits.segments), this has 4 | Eine SMS hat 1 bis 3 Segmente, diese hat 4
            A text message has 1 to 10 segments, this has 9000 characters | Eine SMS hat 1 bis 10 Segmente, diese hat 9000 Zeichen
            in the text part, a link has no text: those who hear the page do not know where it leads | im Textteil: ein Link hat keinen Text: Wer die Seite hört, erfährt nicht, wohin er führt
            text in #999 on #fff has a contrast of 2.8; it needs 4.5, or 3 where it is large (WCAG 1.4.3) | Text in #999 on #fff hat einen Kontrast von 2.8; nötig sind 4,5, und 3, wo er groß ist (WCAG 1.4.3)
            The address does not fit the window of the envelope (DIN 5008 B); it is 4.2 mm too wide: a line is too long | Die Anschrift passt nicht in das Fenster des Umschlags (DIN 5008 B); es sind 4.2 mm zu viel
            /data/number is missing | /data/number fehlt
            must be one of a, b | Bitte eines von diesen: a, b
            Nobody has thought of this | Nobody has thought of this
            """)
    void problems_are_told_in_german_as_far_as_that_is_known(String english, String german) {
        assertThat(ProblemWords.of(english, "de")).isEqualTo(german);
    }

    @Test
    void in_english_they_stay_as_they_are() {
        assertThat(ProblemWords.of("/data/number is missing", "en")).isEqualTo("/data/number is missing");
    }
}
