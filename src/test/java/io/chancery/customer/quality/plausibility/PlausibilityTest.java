package io.chancery.customer.quality.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibilityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({
        "test@gmx.de, PLACEHOLDER",
        "noreply@firma.de, PLACEHOLDER",
        "keine@web.de, PLACEHOLDER",
        "x@x.xx, PLACEHOLDER",
        "aaa@aaa.de, PLACEHOLDER",
        "ida@firma.invalid, PLACEHOLDER",
        "ida@firma.test, PLACEHOLDER",
        "test2@gmx.de, DOUBTFUL",
        "max.mustermann@web.de, DOUBTFUL",
        "info@firma.de, DOUBTFUL",
        "x@web.de, DOUBTFUL",
        "ida@example.org, PLAUSIBLE",
        "testino@web.de, DOUBTFUL",
        "anne.testa@web.de, PLAUSIBLE",
        "abc@xyz.de, PLAUSIBLE"
    })
    void an_address_that_nobody_has_is_a_placeholder(String address, Plausibility plausibility) {
        assertThat(Placeholders.email(address)).isEqualTo(plausibility);
    }

    @ParameterizedTest
    @CsvSource({
        "0000000, PLACEHOLDER",
        "111111, PLACEHOLDER",
        "1711111111, PLACEHOLDER",
        "301111111, PLACEHOLDER",
        "123456, PLACEHOLDER",
        "123456789, PLACEHOLDER",
        "1711234567, DOUBTFUL",
        "30999999, DOUBTFUL",
        "17139200017, PLAUSIBLE",
        "1771002000, PLAUSIBLE"
    })
    void a_number_that_nobody_has_is_a_placeholder(String national, Plausibility plausibility) {
        assertThat(Placeholders.phone(national)).isEqualTo(plausibility);
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01, PLACEHOLDER",
        "1899-12-30, PLACEHOLDER",
        "0001-01-01, PLACEHOLDER",
        "1970-01-01, DOUBTFUL",
        "2000-01-01, DOUBTFUL",
        "1911-11-11, DOUBTFUL",
        "1971-01-01, PLAUSIBLE",
        "1900-01-02, PLAUSIBLE"
    })
    void the_first_day_of_a_calendar_is_nobodys_birthday(LocalDate date, Plausibility plausibility) {
        assertThat(Placeholders.birthDate(date)).isEqualTo(plausibility);
    }

    @ParameterizedTest
    @CsvSource({
        "unbekannt, PLACEHOLDER",
        "Test, PLACEHOLDER",
        "TEST TEST, PLACEHOLDER",
        "N.N., PLACEHOLDER",
        "xxx, PLACEHOLDER",
        "..., PLACEHOLDER",
        "Mustermann, DOUBTFUL",
        "Doe, DOUBTFUL",
        "Testa, PLAUSIBLE",
        "Null, PLAUSIBLE",
        "Ng, PLAUSIBLE",
        "O, PLAUSIBLE"
    })
    void a_name_that_nobody_has_is_a_placeholder(String name, Plausibility plausibility) {
        assertThat(Placeholders.name(name)).isEqualTo(plausibility);
    }

    @ParameterizedTest
    @CsvSource({
        "unbekannt, PLACEHOLDER",
        "unbekannt verzogen, PLACEHOLDER",
        "Musterstraße 1, DOUBTFUL",
        "Musterstadt, DOUBTFUL",
        "Teststr. 5, DOUBTFUL",
        "Am Ort 5, PLAUSIBLE",
        "Stadtallendorf, PLAUSIBLE"
    })
    void a_place_that_is_nowhere_is_a_placeholder(String text, Plausibility plausibility) {
        assertThat(Placeholders.place(text)).isEqualTo(plausibility);
    }

    @ParameterizedTest
    @CsvSource({"00000, PLACEHOLDER", "0000, PLACEHOLDER", "12345, DOUBTFUL", "10115, PLAUSIBLE", "'', PLAUSIBLE"})
    void zeros_are_no_postcode(String postcode, Plausibility plausibility) {
        assertThat(Placeholders.postcode(postcode)).isEqualTo(plausibility);
    }

    @ParameterizedTest
    @CsvSource({
        "ida@gmial.com, ida@gmail.com",
        "ida@gmai.com, ida@gmail.com",
        "ida@gmail.co, ida@gmail.com",
        "ida@gmail.de, ida@gmail.com",
        "ida@gmaill.com, ida@gmail.com",
        "ida@hotmial.com, ida@hotmail.com",
        "ida@gxm.de, ida@gmx.de",
        "ida@tonline.de, ida@t-online.de",
        "ida@t-onlin.de, ida@t-online.de",
        "ida@outlok.com, ida@outlook.com",
        "ida@yaho.de, ida@yahoo.de",
        "ida@bluwin.ch, ida@bluewin.ch",
        "ida@freenet.dee, ida@freenet.de"
    })
    void a_mistyped_provider_is_recognised(String written, String meant) {
        assertThat(EmailDomains.proposal(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ida@gmail.com", "ida@gmx.de", "ida@gmx.at", "ida@web.de", "ida@example.org", "ida@firma.de",
                        "ida@a1.net",
                "ida@me.com", "ida@live.at", "ida@mail.de", "ida@outlook.at", "ida@yahoo.at", "ida@hotmail.be",
                        "@gmial.com"
            })
    void other_domains_are_left_alone(String address) {
        assertThat(EmailDomains.proposal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ida@trash-mail.com, true", "ida@mailinator.com, true", "ida@gmx.de, false"})
    void mailboxes_for_an_hour_are_known(String address, boolean disposable) {
        assertThat(EmailDomains.isDisposable(address)).isEqualTo(disposable);
    }

    @ParameterizedTest
    @CsvSource({
        "1950-03-07, true, false",
        "2026-11-26, false, true",
        "2026-11-25, true, true",
        "1906-11-25, true, true",
        "1905-11-24, false, true",
        "2008-11-26, true, true",
        "2008-11-25, true, false"
    })
    void a_birthday_lies_within_a_life(LocalDate date, boolean possible, boolean rare) {
        assertThat(BirthDates.isPossible(date, TODAY)).isEqualTo(possible);
        assertThat(BirthDates.isRare(date, TODAY)).isEqualTo(rare);
    }

    @ParameterizedTest
    @CsvSource({
        "2031-05-04, 1931-05-04",
        "2026-11-25, 2026-11-25",
        "2026-11-26, 1926-11-26",
        "2004-02-29, 2004-02-29",
        "1985-05-04, 1985-05-04"
    })
    void two_digits_of_a_year_mean_the_latest_that_is_past(LocalDate read, LocalDate meant) {
        assertThat(BirthDates.inCentury(read, TODAY)).isEqualTo(meant);
    }
}
