package io.chancery.render.email;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import nu.validator.client.EmbeddedValidator;

/** The W3C's own validator. What mail programs need although HTML calls it obsolete is no fault of a mail. */
final class HtmlValidator {

    private static final EmbeddedValidator NU = new EmbeddedValidator();

    static {
        NU.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
    }

    private HtmlValidator() {}

    static List<String> errors(String html) throws Exception {
        var report = NU.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        return StreamSupport.stream(
                        new ObjectMapper().readTree(report).path("messages").spliterator(), false)
                .filter(message -> message.path("type").asText().equals("error"))
                .map(message -> message.path("lastLine").asText() + ": "
                        + message.path("message").asText())
                .filter(error -> !error.contains("is obsolete"))
                .toList();
    }
}
