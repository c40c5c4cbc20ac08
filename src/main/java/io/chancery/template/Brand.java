package io.chancery.template;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a brand: what makes every message look as if it came from the same house.
 *
 * @param settings {@code brand.yaml}: sender, legal footer, colours, fonts
 * @param layouts source of {@code print.html}, {@code email.html}, {@code email.txt} and {@code sms.txt} by file name
 * @param assets logo, fonts and pictures by their path under {@code assets/}
 */
public record Brand(
        UUID id,
        String key,
        int number,
        Map<String, Object> settings,
        Map<String, String> layouts,
        Map<String, byte[]> assets) {

    /** A text among the settings by the names that lead to it. */
    public Optional<String> findText(String... path) {
        Object value = settings;
        for (var name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
