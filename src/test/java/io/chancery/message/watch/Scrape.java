package io.chancery.message.watch;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus gets. */
record Scrape(List<String> lines) {

    private static final Pattern SAMPLE = Pattern.compile("(?<name>[a-z_:]+)(\\{(?<tags>.*)})? (?<value>\\S+)");

    static Scrape now() {
        var text = given().header("Accept", "text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Scrape(text.lines().filter(line -> !line.startsWith("#")).toList());
    }

    Set<String> names() {
        return lines.stream()
                .map(SAMPLE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(sample -> sample.group("name"))
                .collect(Collectors.toSet());
    }

    /** The sum over all that have the name and these tags, each as {@code name="value"}. */
    double sum(String name, String... tags) {
        return values(name, tags).stream().mapToDouble(Double::doubleValue).sum();
    }

    Optional<Double> find(String name, String... tags) {
        return values(name, tags).stream().findFirst();
    }

    private List<Double> values(String name, String... tags) {
        return lines.stream()
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches() && sample.group("name").equals(name))
                .filter(sample -> List.of(tags).stream().allMatch(tag -> ("" + sample.group("tags")).contains(tag)))
                .map(sample -> Double.valueOf(sample.group("value")))
                .toList();
    }
}
