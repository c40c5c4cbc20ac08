package io.chancery.web.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the marks in the demo's files: <code>{today+14}</code> is a date, <code>{now+10}</code> a time in UTC some seconds
 * from now, and the others are given by name.
 */
@ApplicationScoped
class DemoText {

    private static final Pattern MARK = Pattern.compile("\\{([a-z]+)([+-]\\d+)?\\}");

    private final ObjectMapper json;
    private final Clock clock;

    DemoText(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    JsonNode json(String text, Map<String, String> values) {
        try {
            return json.readTree(fill(text, values));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fill(String text, Map<String, String> values) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        Function<MatchResult, String> value = mark -> {
            long offset = mark.group(2) == null ? 0 : Long.parseLong(mark.group(2));
            return switch (mark.group(1)) {
                case "today" -> now.toLocalDate().plusDays(offset).toString();
                case "now" -> now.plusSeconds(offset).toString();
                default -> Matcher.quoteReplacement(values.getOrDefault(mark.group(1), mark.group()));
            };
        };
        return MARK.matcher(text).replaceAll(value);
    }
}
