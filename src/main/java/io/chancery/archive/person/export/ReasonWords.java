package io.chancery.archive.person.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.vocabulary.Reason;
import java.util.Map;
import java.util.TreeMap;

/** What the reasons of events mean. */
final class ReasonWords {

    private ReasonWords() {}

    static byte[] json() {
        var words = new TreeMap<String, Map<String, String>>();
        for (var reason : Reason.values()) {
            words.put(reason.code(), Map.of("de", reason.sentence("de"), "en", reason.sentence("en")));
        }
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }
}
