package io.chancery.web.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The invented data that ship with Chancery. */
final class DemoFiles {

    static final List<String> SOURCES = List.of("crm", "billing", "webshop", "service", "marketing");

    private DemoFiles() {}

    /** What the columns of a source mean. */
    static InputStream definition(String source) {
        return open("sources/" + source + ".json");
    }

    /** The records of a source. */
    static InputStream records(String source) {
        return open("customers/" + source + ".csv");
    }

    /** The bodies of the demo messages, with marks for dates. */
    static List<String> messages() {
        try (var lines = new BufferedReader(new InputStreamReader(open("messages.ndjson"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the invoice that a person sends, with marks for its number and its customer. */
    static String invoice() {
        try (var body = open("invoice.json")) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        var stream = DemoFiles.class.getResourceAsStream("/demo/" + name);
        if (stream == null) {
            throw new IllegalStateException("The demo lacks its file " + name);
        }
        return stream;
    }
}
