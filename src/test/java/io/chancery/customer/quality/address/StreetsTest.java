package io.chancery.customer.quality.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.quality.address.Streets.Street;
import io.chancery.customer.quality.address.line.AddressLines;
import io.chancery.customer.quality.address.line.AddressLines.AddressParts;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;

class StreetsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "Hauptstr. 12                     | Hauptstr.              | 12     | ''",
                "Hauptstr.12                      | Hauptstr.              | 12     | ''",
                "Hauptstraße12a                   | Hauptstraße            | 12a    | ''",
                "Judengasse 96 a                  | Judengasse             | 96a    | ''",
                "Mühlenweg 117C                   | Mühlenweg              | 117c   | ''",
                "Am Hang 12-14                    | Am Hang                | 12-14  | ''",
                "Am Hang 12 - 14 b                | Am Hang                | 12-14b | ''",
                "Am Hang 12a-c                    | Am Hang                | 12a-c  | ''",
                "Feldweg Nr. 7                    | Feldweg                | 7      | ''",
                "Gschaid 4 1/2                    | Gschaid                | 4 1/2  | ''",
                "Straße des 17. Juni 135          | Straße des 17. Juni    | 135    | ''",
                "Straße des 17. Juni              | Straße des 17. Juni    | ''     | ''",
                "10. Oktober Straße 5             | 10. Oktober Straße     | 5      | ''",
                "C 4, 12                          | C 4                    | 12     | ''",
                "Q7, 24                           | Q7                     | 24     | ''",
                "Mariahilfer Straße 45/2/13       | Mariahilfer Straße     | 45     | 2/13",
                "Mariahilfer Str. 45 / 2 / 13     | Mariahilfer Str.       | 45     | 2/13",
                "Ring 7/Top 5                     | Ring                   | 7      | Top 5",
                "Ring 7 Stiege 2 Top 5            | Ring                   | 7      | Stiege 2 Top 5",
                "Ring 7, 2. OG links              | Ring                   | 7      | 2. OG links",
                "Ring 7 (Hinterhaus)              | Ring                   | 7      | Hinterhaus",
                "Hinterhausen 5                   | Hinterhausen           | 5      | ''",
                "Am Hang                          | Am Hang                | ''     | ''",
                "12, rue de la Gare               | rue de la Gare         | 12     | ''",
                "12 bis rue Victor Hugo           | rue Victor Hugo        | 12bis  | ''",
                "10 Downing Street                | Downing Street         | 10     | ''",
                "12 a                             | ''                     | 12a    | ''",
                "Haus Nr. 12                      | Haus                   | 12     | ''",
                "Postfach 12 34                   | Postfach 12 34         | ''     | ''"
            })
    void a_street_line_is_taken_apart(String line, String name, String number, String unit) {
        assertThat(Streets.split(line)).isEqualTo(new Street(name, number, unit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hauptstr. 12 a             | Hauptstr. 12a",
                "Mariahilfer Straße 45/2/13 | Mariahilfer Straße 45/2/13",
                "Ring 7/Top 5               | Ring 7, Top 5",
                "Ring 7, 2. OG              | Ring 7, 2. OG",
                "Am Hang                    | Am Hang"
            })
    void its_parts_make_a_line_again(String line, String text) {
        assertThat(Streets.split(line).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hauptstr.               | DE | Hauptstraße",
                "Hauptstr                | DE | Hauptstraße",
                "Hauptstr.               | CH | Hauptstrasse",
                "Bgm.-Müller-Str.        | DE | Bgm.-Müller-Straße",
                "Berliner Str.           | DE | Berliner Straße",
                "BERLINER STR.           | DE | BERLINER Straße",
                "Marktpl.                | DE | Marktplatz",
                "Burgg.                  | AT | Burggasse",
                "Burgg.                  | DE | Burgg.",
                "Strehlener Weg          | DE | Strehlener Weg",
                "Lindenallee             | DE | Lindenallee"
            })
    void an_abbreviation_is_spelled_out(String name, String country, String full) {
        assertThat(Streets.spelledOut(name, country)).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "Carl-von-Ossietzky-Str., CARL VON OSSIETZKY STRASSE",
        "Mühlenstr., Muehlenstraße",
        "Berliner Straße, Berlinerstr.",
        "Schlosspl., Schloßplatz",
        "Bahnhof Pl., Bahnhofplatz"
    })
    void spellings_of_one_street_have_one_key(String one, String other) {
        assertThat(Streets.key(one)).isEqualTo(Streets.key(other));
    }

    @ParameterizedTest
    @CsvSource({"Hauptstraße, Hauptweg", "Strandweg, Straßenweg", "Am Plan, Am Platz"})
    void different_streets_have_different_keys(String one, String other) {
        assertThat(Streets.key(one)).isNotEqualTo(Streets.key(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "Schulstrasse 22                         | ''     | ''   | Schulstrasse | 22 | ''    | ''    | ''      | ''",
                "Am Hang 5, 12043 Berlin                 | ''     | ''   | Am Hang      | 5  | ''    | 12043 | Berlin  | ''",
                "c/o Büro, BURGGASSE 157                 | Büro   | ''   | BURGGASSE    | 157| ''    | ''    | ''      | ''",
                "c/o Meier - Am Hang 5; 12043 Berlin     | Meier  | ''   | Am Hang      | 5  | ''    | 12043 | Berlin  | ''",
                "Postfach 12 34, CH-8001 Zürich          | ''     | 1234 | ''           | '' | ''    | 8001  | Zürich  | CH",
                "Am Hang 5, Postfach, 8001 Zürich        | ''     | ''   | Am Hang      | 5  | Postfach | 8001 | Zürich | ''",
                "C 4, 12, 68159 Mannheim                 | ''     | ''   | C 4          | 12 | ''    | 68159 | Mannheim| ''",
                "Am Hang, 5, Berlin                      | ''     | ''   | Am Hang      | 5  | ''    | ''    | Berlin  | ''",
                "Ring 7, Stiege 2, Top 5, 1010 Wien, Österreich | '' | '' | Ring       | 7  | Stiege 2, Top 5 | 1010 | Wien | AT",
                "Haus Sonne, Am Hang 5, 9490 Vaduz, FL   | ''     | ''   | Am Hang      | 5  | Haus Sonne | 9490 | Vaduz | LI",
                "Am Hang 5, Berlin, Deutschland          | ''     | ''   | Am Hang      | 5  | ''    | ''    | Berlin  | DE",
                "Am Hang                                 | ''     | ''   | Am Hang      | '' | ''    | ''    | ''      | ''",
                "Schulstr. 5, D-12043 Berlin             | ''     | ''   | Schulstr.    | 5  | ''    | 12043 | Berlin  | DE",
                "Schulstr. 5, 12043 Berlin, Deutschland  | ''     | ''   | Schulstr.    | 5  | ''    | 12043 | Berlin  | DE",
                "1304 Poppy Hills Dr                     | ''     | ''   | Poppy Hills Dr | 1304 | ''   | ''    | ''        | ''",
                "1304 Cossonay                           | ''     | ''   | ''             | ''   | ''   | 1304  | Cossonay  | ''",
                "123 Main Street, Las Vegas NV 89132     | ''     | ''   | 123 Main Street | '' | '' | 89132 | Las Vegas | ''",
                "1602 Brenville Pl, San Francisco, CA 94105 | ''  | ''   | 1602 Brenville Pl | '' | '' | 94105 | San Francisco | ''",
                "15 Adela Lane, Las Vegas, NV 89111, USA | ''     | ''   | 15 Adela Lane | '' | ''   | 89111 | Las Vegas | US",
                "638 Downey St, Salem, OR                | ''     | ''   | 638 Downey St | '' | ''   | ''    | Salem   | ''"
            })
    void an_address_in_one_field_is_taken_apart(String text, @AggregateWith(Parts.class) AddressParts parts) {
        assertThat(AddressLines.parse(text)).isEqualTo(parts);
    }

    static final class Parts implements ArgumentsAggregator {
        @Override
        public Object aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
            return new AddressParts(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8));
        }
    }
}
