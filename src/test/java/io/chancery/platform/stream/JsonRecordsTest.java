package io.chancery.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.stream.RecordStream.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {

    private static List<Entry> read(String content) throws IOException {
        var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        var stream = RecordStream.json(bytes, StandardCharsets.UTF_8);
        var entries = new ArrayList<Entry>();
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            entries.add(entry.get());
        }
        return entries;
    }

    private static List<String> codes(String content) throws IOException {
        return read(content).stream()
                .map(entry -> entry.line() + " " + (entry instanceof Entry.Refused refused ? refused.code() : "ok"))
                .toList();
    }

    @Test
    void every_line_stands_for_itself() throws IOException {
        var huge = "x".repeat(RawRecord.MAX_LENGTH);

        assertThat(codes("""
                {"id": 1}
                {"id": 2
                [1, 2]

                {"id": 5} {"id": 6}
                {"id": 6, "id": 7}
                {"id": "7\\u0000"}
                {"id": "\\ud800"}
                {"id": "%s"}
                {"id": "🦉"}
                """.formatted(huge)))
                .containsExactly(
                        "1 ok",
                        "2 bad-json",
                        "3 bad-json",
                        "5 bad-json",
                        "6 bad-json",
                        "7 bad-character",
                        "8 bad-character",
                        "9 line-too-long",
                        "10 ok");
    }

    @Test
    void columns_are_read_as_text_whatever_their_type() throws IOException {
        var raw = ((Entry.Read) read("""
                {"id": 7, "yes": true, "none": null, "topics": ["news", "offers"], "home": {"city": "Ulm"}, "sum": 1.50}
                """).get(0)).raw();

        assertThat(raw.text("id")).isEqualTo("7");
        assertThat(raw.text("yes")).isEqualTo("true");
        assertThat(raw.text("none")).isEmpty();
        assertThat(raw.text("missing")).isEmpty();
        assertThat(raw.text("topics")).isEqualTo("news;offers");
        assertThat(raw.text("/home/city")).isEqualTo("Ulm");
        assertThat(raw.text("sum")).isEqualTo("1.50");
    }

    @Test
    void the_order_of_columns_makes_no_other_record() throws IOException {
        var records = read("""
                {"b": {"d": 1, "c": 2}, "a": 0}
                {"a": 0, "b": {"c": 2, "d": 1}}
                """);

        assertThat(((Entry.Read) records.get(0)).raw().json())
                .isEqualTo(((Entry.Read) records.get(1)).raw().json());
    }
}
