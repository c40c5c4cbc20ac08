package io.chancery.render.chart;

import static io.chancery.render.Messages.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.Brand;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    private static final Brand BRAND = ShippedTemplates.get("meter-reading").brand();
    private static final String TWO_YEARS = """
            {"years": [{"label": "2024 & 1", "value": 3120, "other": 2900}, {"label": "2025", "value": 2480.5, "other": 2650}]}""";

    private static Element picture(String call, String data) {
        var message =
                aMessage("<img src=\"{data.years." + call + "}\" alt=\"x\"/>").data(data);
        return Jsoup.parseBodyFragment(message.body()).expectFirst("img");
    }

    private static Chart chart(String call, String data) {
        return Chart.of(picture(call, data).attr("src"), "x");
    }

    @Test
    void a_list_becomes_the_chart_that_was_asked_for() {
        var chart = chart("chart('line', 'm³', 'Sie & wir', 'Andere')", TWO_YEARS);

        assertThat(chart.kind()).isEqualTo(Chart.Kind.LINE);
        assertThat(chart.locale().toLanguageTag()).isEqualTo("de-DE");
        assertThat(chart.unit()).isEqualTo("m³");
        assertThat(chart.names()).containsExactly("Sie & wir", "Andere");
        assertThat(chart.points()).extracting(Chart.Point::label).containsExactly("2024 & 1", "2025");
        assertThat(chart.points().get(1).values().toString()).isEqualTo("[2480.5, 2650]");
    }

    @Test
    void a_date_stands_as_its_month() {
        var message = aMessage("{data.years.chart('bar', 'kWh', 'A')}")
                .schema("""
                        {"type": "object", "properties": {"years": {"type": "array", "items": {"type": "object",
                         "properties": {"label": {"type": "string", "format": "date"}}}}}}""")
                .data(
                        "{\"years\": [{\"label\": \"2026-03-01\", \"value\": 1}, {\"label\": \"2026-04-01\", \"value\": 2}]}");

        assertThat(Messages.text(message.body().getBytes(StandardCharsets.UTF_8)))
                .contains("M%C3%A4r&amp;1&amp;Apr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chart('pie', 'kWh', 'A')            | {'label': '1', 'value': 1}, {'label': '2', 'value': 1} | a chart is 'bar' or 'line'",
                "chart('bar', 'kWh', 'A')            | {'label': '1', 'value': 1}                             | a chart has 2 to 24 points, not 1",
                "chart('bar', 'kWh', 'A')            | {'label': '1', 'value': 1}, {'label': '1', 'value': 1} | a chart has a label of its own for each point",
                "chart('bar', 'kWh', 'A')            | {'label': '1', 'value': 1}, {'value': 1}               | a chart needs a label in each item, a text, number or date",
                "chart('bar', 'kWh', 'A')            | {'label': '1', 'value': 1}, {'label': '2', 'value': 'x'} | a chart needs the number «value» in each item",
                "chart('bar', 'kWh', 'A', 'B')       | {'label': '1', 'value': 1}, {'label': '2', 'value': 1} | a chart needs the number «other» in each item",
                "chart('bar', 'kWh', 'A')            | {'label': '1', 'value': 1}, {'label': '2', 'value': 1e12} | a chart shows values below 1,000,000,000,000",
                "chart('bar', 'kWh', 'A')            | {'label': '1', 'value': 1}, {'label': 'a long text 2', 'value': 1} | a chart has labels of at most 12 characters",
                "chart('bar', 'kilowatthours', 'A')  | {'label': '1', 'value': 1}, {'label': '2', 'value': 1} | a chart has a unit of at most 12 characters",
                "chart('bar', 'kWh', ' ')            | {'label': '1', 'value': 1}, {'label': '2', 'value': 1} | a chart names each series, in at most 40 characters"
            })
    void what_cannot_be_a_chart_is_an_error_in_words(String call, String items, String words) {
        var data = "{\"years\": [" + items.replace('\'', '"') + "]}";

        assertThatThrownBy(() -> picture(call, data))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("invoice/message.de.html")
                .hasMessageEndingWith(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chart:",
                "chart:BAR&de&kWh&1&A&x",
                "chart:BAR&de&kWh&1&A&x&1&y&1e99",
                "chart:BAR&de&kWh&999999999&A&x&1"
            })
    void a_source_that_nobody_made_is_refused(String source) {
        assertThatThrownBy(() -> Chart.of(source, "x"))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("A chart cannot be read");
    }

    @Test
    void a_chart_without_words_for_those_who_do_not_see_it_is_refused() {
        var source = picture("chart('bar', 'kWh', 'A')", TWO_YEARS).attr("src");

        assertThatThrownBy(() -> Chart.of(source, " "))
                .isInstanceOf(RenderException.class)
                .hasMessage("A chart needs an alt that says what it shows, its values too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bar", "line"})
    void the_same_chart_is_the_same_drawing_of_outlines(String kind) throws Exception {
        var chart = chart("chart('" + kind + "', 'kWh', 'Sie', 'Andere')", TWO_YEARS);

        var svg = new String(new ChartDrawing(chart, ChartLook.of(BRAND)).svg(), StandardCharsets.UTF_8);
        var png = new ChartDrawing(chart, ChartLook.of(BRAND)).png();

        assertThat(svg)
                .isEqualTo(new String(new ChartDrawing(chart, ChartLook.of(BRAND)).svg(), StandardCharsets.UTF_8));
        assertThat(png).isEqualTo(new ChartDrawing(chart, ChartLook.of(BRAND)).png());
        assertThat(svg)
                .startsWith("<svg")
                .doesNotContain("<text", "<!DOCTYPE", "<image", "href")
                .containsIgnoringCase("rgb(18,61,42)");
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(2 * ChartDrawing.WIDTH);
        assertThat(image.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1200.5, 300", "0.001, 0.002", "999999999999, 1"})
    void any_values_can_be_drawn(String one, String other) {
        var data = "{\"years\": [{\"label\": \"a\", \"value\": %s}, {\"label\": \"b\", \"value\": %s}]}"
                .formatted(one, other);

        assertThat(new ChartDrawing(chart("chart('bar', '', 'A')", data), ChartLook.of(BRAND)).svg())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chart('bar', 'kWh', '漢') | The font of charts has no character U+6F22 (CJK UNIFIED IDEOGRAPHS 6F22)",
                "chart('bar', 'kWh', 'Your own usage in all your homes', 'Usage in homes that are like yours') | The names of a chart's series are too long to stand side by side"
            })
    void what_cannot_be_drawn_is_an_error_in_words(String call, String words) {
        var chart = chart(call, TWO_YEARS);

        assertThatThrownBy(() -> new ChartDrawing(chart, ChartLook.of(BRAND)).svg())
                .isInstanceOf(RenderException.class)
                .hasMessage(words);
    }

    @Test
    void labels_that_would_overlap_are_refused() {
        var items = IntStream.range(0, 12)
                .mapToObj("{\"label\": \"Month %02d\", \"value\": 1}"::formatted)
                .collect(Collectors.joining(", ", "{\"years\": [", "]}"));

        assertThatThrownBy(() -> picture("chart('bar', 'kWh', 'A')", items))
                .isInstanceOf(RenderException.class)
                .hasMessageEndingWith("a chart has labels of at most 72 characters in all, which fit side by side");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text   | #AAAAAA | charts.text cannot be told apart from paper",
                "first  | #CCCCCC | charts.first cannot be told apart from paper",
                "second | #16422E | charts.second cannot be told apart from charts.first"
            })
    void colours_that_cannot_be_told_apart_are_refused(String name, String colour, String words) {
        var settings = new HashMap<>(BRAND.settings());
        var charts = new HashMap<String, Object>(
                Map.of("first", "#123D2A", "second", "#6B9C7F", "text", "#56645C", "line", "#CFD9D2"));
        charts.put(name, colour);
        settings.put("charts", charts);
        var pale = new Brand(UUID.randomUUID(), "pale", 1, settings, Map.of(), BRAND.assets());

        assertThatThrownBy(() -> ChartLook.of(pale))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("brands/pale/brand.yaml: " + words);
    }
}
