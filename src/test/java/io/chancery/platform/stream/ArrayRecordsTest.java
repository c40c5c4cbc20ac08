package io.chancery.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.stream.RecordStream.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayRecordsTest {

    private static List<String> read(String content, Charset encoding) throws IOException {
        var bytes = new ByteArrayInputStream(content.getBytes(encoding));
        var stream = RecordStream.json(bytes, StandardCharsets.UTF_8);
        var entries = new ArrayList<String>();
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            entries.add(text(entry.get()));
        }
        return entries;
    }

    private static String text(Entry entry) {
        return entry.line() + " "
                + (entry instanceof Entry.Refused refused
                        ? refused.code()
                        : ((Entry.Read) entry).raw().text("id"));
    }

    private static List<String> read(String content) throws IOException {
        return read(content, StandardCharsets.UTF_8);
    }

    @Test
    void each_element_is_a_record_on_whatever_line_it_begins() throws IOException {
        assertThat(read("""

                 [ {"id": 1}, {"id":
                   2, "a": ["],{", {"b": "\\\\\\"}"}]}
                 , {"id": "ü"}
                 ]
                """)).containsExactly("2 1", "2 2", "4 ü");
    }

    @Test
    void an_element_that_is_no_record_costs_no_other() throws IOException {
        var huge = "x".repeat(RawRecord.MAX_LENGTH);

        assertThat(read(
                        "[{\"id\": 1},\n7,\n{\"id\": \"%s\"},\n{\"id\": 4 5},\n{}},\n{\"id\": \"\\u0000\"},\n{\"id\": 7}]"
                                .formatted(huge)))
                .containsExactly(
                        "1 1", "2 bad-json", "3 line-too-long", "4 bad-json", "5 bad-json", "6 bad-character", "7 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{`id`: 1}, {`id`: 2}      | 1 1,1 cut-off",
                "[{`id`: 1}, {`id`: 2},     | 1 1,1 2,1 cut-off",
                "[{`id`: 1}, {`id`: `Mus    | 1 1,1 cut-off",
                "[                          | 1 cut-off",
                "[{`id`: 1}] [{`id`: 2}]    | 1 1,1 bad-json"
            })
    void an_array_that_is_cut_off_or_goes_on_is_told(String content, String entries) throws IOException {
        assertThat(String.join(",", read(content.replace('`', '"')))).isEqualTo(entries);
    }

    @Test
    void an_empty_array_has_no_records() throws IOException {
        assertThat(read("[]")).isEmpty();
        assertThat(read(" [ ] ")).isEmpty();
    }

    @Test
    void a_byte_order_mark_names_the_encoding() throws IOException {
        assertThat(read("\uFEFF[{\"id\": \"ß\"}]", StandardCharsets.UTF_16BE)).containsExactly("1 ß");
    }
}
