package io.chancery.customer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.quality.PhoneNumbers.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mail addresses and telephone numbers. */
class ReachTest {

    @ParameterizedTest
    @CsvSource({
        "GRETA2@EXAMPLE.ORG,     greta2@example.org",
        "a.b+c@example.org,      a.b+c@example.org",
        "o'neil@example.co.uk,   o'neil@example.co.uk",
        "post@müller.example,    post@xn--mller-kva.example"
    })
    void an_email_address_has_one_form(String written, String normal) {
        assertThat(EmailAddresses.normalise(written)).contains(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "Max <a@example.org>,                   a@example.org",
        "'\"Muster, Max\" < a@example.org >',   a@example.org",
        "<a@example.org>,                       a@example.org",
        "a@example.org,                         a@example.org",
        "<a@example.org> <b@example.org>,       <a@example.org> <b@example.org>",
        "Max,                                   Max"
    })
    void a_name_before_an_email_address_is_left_out(String written, String bare) {
        assertThat(EmailAddresses.withoutName(written)).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "@example.org",
                "a@",
                "a@example",
                "a b@example.org",
                "a@@example.org",
                "a@exa mple.org",
                "Max <a@example.org>",
                "a@example.org,b@example.org",
                ".a@example.org",
                "a..b@example.org",
                "ä@example.org",
                "a@-example.org",
                "a@example.o"
            })
    void what_no_mail_server_takes_is_no_email_address(String text) {
        assertThat(EmailAddresses.normalise(text)).isEmpty();
    }

    @Test
    void an_email_address_is_not_endless() {
        assertThat(EmailAddresses.normalise("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddresses.normalise("a@" + "b".repeat(60) + ".org")).isPresent();
        assertThat(EmailAddresses.normalise("a@" + "bbbbbbbbb.".repeat(25) + "org"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+4915212345678,      DE, +4915212345678, true, true",
        "+491521234567,       DE, +491521234567, false, false",
        "0049 160 1234567,    DE, +491601234567, true, true",
        "0171/1234567,        DE, +491711234567, true, true",
        "(0171) 123 4567,     DE, +491711234567, true, true",
        "+49 (0)171-1234567,  DE, +491711234567, true, true",
        "0711/123456,         DE, +49711123456,  false, true",
        "(030) 123 456,       DE, +4930123456,   false, true",
        "0664/1234567,        AT, +436641234567, true, true",
        "0791234567,          CH, +41791234567,  true, true",
        "+43 (0) 664 1234 568, AT, +436641234568, true, true",
        "0043 1 5331234,      DE, +4315331234,   false, true",
        "01/533 12 34,        AT, +4315331234,   false, true",
        "0660/1521914,        AT, +436601521914, true, true",
        "044 668 18 00,       CH, +41446681800,  false, true",
        "0041 79 582 98 35,   DE, +41795829835,  true, true",
        "+423 232 12 34,      CH, +4232321234,   false, true",
        "791 23 45,           LI, +4237912345,   true, true",
        "+41 (0)44 668 18 00, DE, +41446681800,  false, true"
    })
    void a_number_is_international_and_known_as_mobile_or_not(
            String text, String region, String e164, boolean mobile, boolean valid) {
        assertThat(PhoneNumbers.parse(text, region)).contains(new PhoneNumber(e164, mobile, valid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keine", "12", "call me", "+49", "0171 1234567 0171 1234567 0171 1234567 0171 1234567"})
    void what_nobody_can_dial_is_no_number(String text) {
        assertThat(PhoneNumbers.parse(text, "DE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000", "111111", "123456", "+49 123456789", "01711111111", "030/0000000"})
    void a_number_that_only_fills_the_field_is_none(String text) {
        assertThat(PhoneNumbers.parse(text, "DE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test@web.de", "noreply@example.org", "x@x.de", "ida@firma.invalid"})
    void an_address_that_only_fills_the_field_is_none(String text) {
        assertThat(EmailAddresses.normalise(text)).isEmpty();
    }

    @Test
    void without_a_country_only_international_numbers_count() {
        assertThat(PhoneNumbers.parse("0171 1234567", null)).isEmpty();
        assertThat(PhoneNumbers.parse("+49 171 1234567", null)).isPresent();
    }
}
