package io.chancery.customer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.quality.Locations.Location;
import io.chancery.vocabulary.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Countries, places in one line, languages and channel names. */
class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "DE, DE",
        "de, DE",
        "D, DE",
        "DEU, DE",
        "Deutschland, DE",
        "DEUTSCHLAND, DE",
        "Germany, DE",
        "Österreich, AT",
        "Oesterreich, AT",
        "OSTERREICH, AT",
        "A, AT",
        "Schweiz, CH",
        "Switzerland, CH",
        "Suisse, CH",
        "Svizzera, CH",
        "FL, LI",
        "Liechtenstein, LI",
        "Frankreich, FR",
        "Großbritannien, GB",
        "USA, US",
        "Dänemark, DK",
        "Daenemark, DK"
    })
    void a_country_has_many_names_and_one_code(String name, String code) {
        assertThat(Countries.find(name)).contains(code);
    }

    @Test
    void what_is_no_country_is_not_guessed() {
        assertThat(Countries.find("Preußen")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "12043 Berlin,         '',  12043, Berlin",
                "Tübingen,             '',  '',    Tübingen",
                "60311 Frankfurt/Main, '',  60311, Frankfurt/Main",
                "CH-8001 Zürich,       CH,  8001,  Zürich",
                "D - 01067 Dresden,    DE,  01067, Dresden",
                "A-6020 Innsbruck,     AT,  6020,  Innsbruck",
                "10115,                '',  10115, ''",
                "Frankfurt (Oder),     '',  '',    Frankfurt (Oder)"
            })
    void a_place_in_one_line_is_taken_apart(String line, String country, String postcode, String city) {
        assertThat(Locations.parse(line)).isEqualTo(new Location(country, postcode, city));
    }

    @ParameterizedTest
    @CsvSource({
        "de, de",
        "DE, de",
        "de-AT, de",
        "de_CH, de",
        "deu, de",
        "Deutsch, de",
        "German, de",
        "français, fr",
        "Englisch, en"
    })
    void a_language_has_one_code(String name, String code) {
        assertThat(Languages.find(name)).contains(code);
    }

    @Test
    void what_is_no_language_is_not_guessed() {
        assertThat(Languages.find("Klingonisch")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"email, email", "E-Mail, email", "SMS, sms", "Brief, print", "post, print", "fax, fax"})
    void a_channel_goes_by_several_names(String name, String channel) {
        assertThat(ChannelNames.find(name)).contains(new Channel(channel));
    }
}
