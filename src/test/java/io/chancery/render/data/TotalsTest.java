package io.chancery.render.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.RenderException;
import io.chancery.template.TemplateSettings.PricedLines;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

    private final Totals totals = new Totals(new PricedLines("items", "quantity", "price", "vat", null));

    /** Lines as {@code quantity × price @ vat}, parted by semicolons; rates as {@code rate: net + vat}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "1 × 100 @ 19 | 100.00 | 19: 100.00 + 19.00 | 100.00 + 19.00 = 119.00",
                "3 × 0.335 @ 19 | 1.01 | 19: 1.01 + 0.19 | 1.01 + 0.19 = 1.20",
                "1 × 0.005 @ 19; 1 × 0.005 @ 19 | 0.01, 0.01 | 19: 0.02 + 0.00 | 0.02 + 0.00 = 0.02",
                "1 × -0.005 @ 19 | -0.01 | 19: -0.01 + 0.00 | -0.01 + 0.00 = -0.01",
                "1 × 10 @ 7; 1 × 20 @ 19; 1 × 5 @ 7 | 10.00, 20.00, 5.00 | 19: 20.00 + 3.80; 7: 15.00 + 1.05 | 35.00 + 4.85 = 39.85",
                "1 × 1 @ 19; 1 × 1 @ 19.0 | 1.00, 1.00 | 19: 2.00 + 0.38 | 2.00 + 0.38 = 2.38",
                "2 × 50 @ 0 | 100.00 | 0: 100.00 + 0.00 | 100.00 + 0.00 = 100.00",
                "9 × -120.00 @ 19; 1 × 44.95 @ 19 | -1080.00, 44.95 | 19: -1035.05 + -196.66 | -1035.05 + -196.66 = -1231.71",
                "1789 × 0.2641 @ 19 | 472.47 | 19: 472.47 + 89.77 | 472.47 + 89.77 = 562.24",
                "1 × 7.25 @ 8.1 | 7.25 | 8.1: 7.25 + 0.59 | 7.25 + 0.59 = 7.84",
                "none | none | none | 0.00 + 0.00 = 0.00"
            })
    void priced_lines(String lines, String nets, String rates, String sum) {
        var result = totals.of(Map.of("items", lines(lines)));

        assertThat(column(result, "lines", "net")).isEqualTo(nets == null ? List.of() : decimals(nets));
        assertThat(rates(result)).isEqualTo(rates == null ? "" : rates);
        assertThat(result.get("net") + " + " + result.get("vat") + " = " + result.get("gross"))
                .isEqualTo(sum);
    }

    @Test
    void each_line_knows_its_number_and_what_came_before_it() {
        var result = totals.of(Map.of("items", lines("1 × 10 @ 19; 2 × 3 @ 7; 1 × -1 @ 7")));

        assertThat(column(result, "lines", "number")).isEqualTo(List.of(1, 2, 3));
        assertThat(column(result, "lines", "carried")).isEqualTo(decimals("0.00, 10.00, 16.00"));
        assertThat(column(result, "lines", "sum")).isEqualTo(decimals("10.00, 16.00, 15.00"));
        assertThat(column(result, "lines", "text")).isEqualTo(List.of("Strom", "Strom", "Strom"));
    }

    @Test
    void whole_numbers_count_too() {
        var line = Map.of("quantity", 3, "price", 7L, "vat", 19);

        assertThat(totals.of(Map.of("items", List.of(line)))).containsEntry("gross", new BigDecimal("24.99"));
    }

    @Test
    void what_is_no_number_is_named_without_its_value() {
        var line = Map.of("quantity", "viele", "price", BigDecimal.ONE, "vat", BigDecimal.ONE);

        assertThatThrownBy(() -> totals.of(Map.of("items", List.of(line))))
                .isInstanceOf(RenderException.class)
                .hasMessage("/data/items: a line's quantity is not a number; its schema needs format: decimal");
        assertThatThrownBy(() -> totals.of(Map.of("items", List.of("x"))))
                .isInstanceOf(RenderException.class)
                .hasMessage("/data/items is not the list of priced lines that template.yaml names");
        assertThatThrownBy(() -> totals.of(Map.of())).isInstanceOf(RenderException.class);
    }

    private static List<Map<String, Object>> lines(String lines) {
        return lines == null
                ? List.of()
                : Arrays.stream(lines.split(";"))
                        .map(line -> line.strip().split(" [×@] "))
                        .map(line -> Map.<String, Object>of(
                                "text", "Strom",
                                "quantity", new BigDecimal(line[0]),
                                "price", new BigDecimal(line[1]),
                                "vat", new BigDecimal(line[2])))
                        .toList();
    }

    private static List<BigDecimal> decimals(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(BigDecimal::new)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> column(Map<String, Object> totals, String list, String field) {
        return ((List<Map<String, Object>>) totals.get(list))
                .stream().map(row -> row.get(field)).toList();
    }

    @SuppressWarnings("unchecked")
    private static String rates(Map<String, Object> totals) {
        return ((List<Map<String, Object>>) totals.get("rates"))
                .stream()
                        .map(rate -> rate.get("rate") + ": " + rate.get("net") + " + " + rate.get("vat"))
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("");
    }
}
