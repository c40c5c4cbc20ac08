package io.chancery.render;

import static io.chancery.render.Messages.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormattersTest {

    private static final String SCHEMA = """
            {"properties": {"a": {"type": "string", "format": "decimal"}, "d": {"type": "string", "format": "date"}}}""";

    private static String written(String language, String country, String expression, String value) {
        return aMessage("x")
                .in(language, "{" + expression + "}")
                .at(country.isEmpty() ? null : new PostalAddress("Weg 1", "1000", "Ort", country))
                .schema(SCHEMA)
                .data("{\"%s\": \"%s\"}".formatted(expression.startsWith("data.d") ? "d" : "a", value))
                .body()
                .replace('\u00a0', '~');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | DE | 1234.56    | EUR | 1.234,56~€",
                "de | DE | 1234.56    | CHF | 1.234,56~CHF",
                "de | DE | 0.005      | EUR | 0,01~€",
                "de | DE | 0.015      | EUR | 0,02~€",
                "de | DE | 0.025      | EUR | 0,03~€",
                "de | DE | -0.005     | EUR | −0,01~€",
                "de | DE | -120.5     | EUR | −120,50~€",
                "de | DE | 1234567.8  | EUR | 1.234.567,80~€",
                "de | DE | 1234       | JPY | 1.234~¥",
                "de |    | 1234.56    | EUR | 1.234,56~€",
                "de | AT | 1234.56    | EUR | €~1.234,56",
                "de | CH | 1234.56    | CHF | CHF~1’234.56",
                "de | CH | 1234.56    | EUR | EUR~1’234.56",
                "de | LI | 1234.56    | CHF | CHF~1’234.56",
                "en | GB | 1234.56    | EUR | €1,234.56",
                "en |    | 1234.56    | EUR | €1,234.56",
                "en | DE | 1234.56    | EUR | €1,234.56",
                "it | CH | 1234.56    | CHF | CHF~1’234.56",
                "en | CH | 1234.56    | CHF | CHF~1’234.56"
            })
    void money(String language, String country, String amount, String currency, String expected) {
        assertThat(written(language, country == null ? "" : country, "data.a.money('" + currency + "')", amount))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number      | 312     | 312",
                "number      | 0.3290  | 0,329",
                "number      | 1E3     | 1.000",
                "number      | -1234.5 | −1.234,5",
                "price       | 9.9     | 9,90",
                "price       | 0.3290  | 0,3290",
                "price       | 1234.56789 | 1.234,56789",
                "decimals(0) | 2.5     | 3",
                "decimals(0) | -2.5    | −3",
                "decimals(2) | 1234    | 1.234,00",
                "decimals(3) | 0.0005  | 0,001",
                "percent     | 19      | 19~%",
                "percent     | 7.7     | 7,7~%",
                "percent     | 20.00   | 20~%",
                "percent     | 0       | 0~%",
                "abs         | -12.30  | 12.30",
                "abs.price   | -12.30  | 12,30"
            })
    void numbers_in_german(String formatter, String value, String expected) {
        assertThat(written("de", "DE", "data.a." + formatter, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | DE | date     | 05.03.2026",
                "de | CH | date     | 05.03.2026",
                "en | GB | date     | 5~Mar 2026",
                "en | DE | date     | 5~Mar 2026",
                "de | DE | longDate | 5.~März 2026",
                "de | AT | longDate | 5.~März 2026",
                "en | GB | longDate | 5~March 2026",
                "fr | CH | longDate | 5~mars 2026",
                "it | CH | longDate | 5~marzo 2026"
            })
    void dates(String language, String country, String formatter, String expected) {
        assertThat(written(language, country, "data.d." + formatter, "2026-03-05"))
                .isEqualTo(expected);
    }

    @Test
    void whole_numbers_of_json_and_literals_format_like_decimals() {
        assertThat(aMessage("{data.n.money('EUR')} {data.n.percent} {1234.number} {data.big.number}")
                        .data("{\"n\": 19, \"big\": 12345678901}")
                        .body())
                .isEqualTo("19,00\u00a0€ 19\u00a0% 1.234 12.345.678.901");
    }

    @Test
    void a_value_without_a_formatter_is_written_plainly() {
        assertThat(aMessage("{data.a} {data.d} {data.b} {data.n}")
                        .schema(SCHEMA)
                        .data("{\"a\": \"1E+3\", \"d\": \"2026-03-05\", \"b\": true, \"n\": 1.50}")
                        .body())
                .isEqualTo("1000 2026-03-05 true 1.5");
    }
}
