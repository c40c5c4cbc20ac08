package io.chancery.customer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.customer.mapping.FieldKind;
import io.chancery.customer.mapping.FieldMapping;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.platform.stream.RawRecord;
import io.chancery.platform.stream.RecordStream.Entry;
import io.chancery.platform.stream.UnreadableStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceStreamTest {

    private static final Mapping MAPPING = new Mapping(
            Format.CSV,
            ";",
            "UTF-8",
            "id",
            null,
            null,
            List.of(new FieldMapping(FieldKind.FULL_NAME, "name", null, null, null, Map.of(), "", null)),
            List.of());

    private static List<String> read(InputStream content, Charset encoding) throws IOException {
        var stream = SourceStream.open(content, MAPPING, Format.CSV, encoding);
        var lines = new ArrayList<String>();
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            lines.add(line(entry.get()));
        }
        return lines;
    }

    private static String line(Entry entry) {
        return entry instanceof Entry.Refused refused
                ? refused.line() + " " + refused.code()
                : entry.line() + " " + ((Entry.Read) entry).raw().text("id") + "="
                        + ((Entry.Read) entry).raw().text("name");
    }

    private static List<String> read(String content) throws IOException {
        return read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void quotes_delimiters_and_line_breaks_belong_to_a_quoted_value() throws IOException {
        assertThat(read("id;name\n1;\"Muster; \"\"Max\"\"\"\n2;\"zwei\nZeilen\"\n3;Ende\n"))
                .containsExactly("2 1=Muster; \"Max\"", "3 2=zwei\nZeilen", "5 3=Ende");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_line_end_ends_a_line(String end) throws IOException {
        assertThat(read(String.join(end, "id;name", "1;a", "", "2;b"))).containsExactly("2 1=a", "4 2=b");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() throws IOException {
        assertThat(read("id;name\n1;\"Muster\n2;b\n3;c\n")).containsExactly("2 unclosed-quote", "3 2=b", "4 3=c");
    }

    @Test
    void two_open_quotes_do_not_swallow_what_stands_between_them() throws IOException {
        assertThat(read("id;name\n1;\"Muster\n2;b\n3;c\n4;\"Beispiel\n5;e\n"))
                .containsExactly("2 unclosed-quote", "3 2=b", "4 3=c", "5 unclosed-quote", "6 5=e");
    }

    @Test
    void a_quote_inside_a_value_is_a_character_like_any_other() throws IOException {
        assertThat(read("id;name\n1;Gasthof \"Zum Löwen\"\n2;5\" Rohr\n3;c\n"))
                .containsExactly("2 1=Gasthof \"Zum Löwen\"", "3 2=5\" Rohr", "4 3=c");
    }

    @Test
    void a_line_with_other_columns_than_the_header_is_refused() throws IOException {
        assertThat(read("id;name\n1\n2;b;x\n3;c\n"))
                .containsExactly("2 wrong-column-count", "3 wrong-column-count", "4 3=c");
    }

    @Test
    void a_nul_costs_its_own_line_only() throws IOException {
        assertThat(read("id;name\n1;a\u0000\n2;b\n")).containsExactly("2 bad-character", "3 2=b");
    }

    @Test
    void a_huge_value_costs_its_own_line_only() throws IOException {
        var huge = "x".repeat(RawRecord.MAX_LENGTH + 1);

        assertThat(read("id;name\n1;" + huge + "\n2;\"" + huge + "\n3;c\n"))
                .containsExactly("2 line-too-long", "3 line-too-long", "4 3=c");
    }

    @Test
    void bytes_of_another_character_set_cost_their_own_line_only() throws IOException {
        var latin = "id;name\n1;Müller\n2;Meier\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(new ByteArrayInputStream(latin), StandardCharsets.UTF_8))
                .containsExactly("2 bad-encoding", "3 2=Meier");
        assertThat(read(new ByteArrayInputStream(latin), StandardCharsets.ISO_8859_1))
                .containsExactly("2 1=Müller", "3 2=Meier");
    }

    @Test
    void a_byte_order_mark_overrules_the_mapping() throws IOException {
        var utf8 = "\uFEFFid;name\n1;Müller".getBytes(StandardCharsets.UTF_8);
        var utf16 = "\uFEFFid;name\n1;Müller".getBytes(StandardCharsets.UTF_16LE);

        assertThat(read(new ByteArrayInputStream(utf8), StandardCharsets.ISO_8859_1))
                .containsExactly("2 1=Müller");
        assertThat(read(new ByteArrayInputStream(utf16), StandardCharsets.ISO_8859_1))
                .containsExactly("2 1=Müller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "id\n1\n", "id;name;id\n", "\"id;name\n1;a\n"})
    void without_a_fitting_header_nothing_is_read(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(UnreadableStreamException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,name    | separated by «,», the mapping says «;»",
                "id\tname   | separated by «tab»",
                "nr;name    | the header has none",
                "id;na\u0000me | the file looks as if it were UTF-16"
            })
    void a_header_that_does_not_fit_is_refused_with_what_may_be_the_reason(String header, String reason) {
        assertThatThrownBy(() -> read(header + "\n1;a\n"))
                .isInstanceOf(UnreadableStreamException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_file_that_is_cut_in_its_last_line_loses_that_line() throws IOException {
        assertThat(read("id;name\n1;a\n2")).containsExactly("2 1=a", "3 wrong-column-count");
        assertThat(read("id;name\n1;a\n2;\"Mus")).containsExactly("2 1=a", "3 unclosed-quote");
        var middleOfLetter = new ByteArrayInputStream(
                "id;name\n1;a\n2;ü".getBytes(StandardCharsets.UTF_8), 0, "id;name\n1;a\n2;".length() + 1);
        assertThat(read(middleOfLetter, StandardCharsets.UTF_8)).containsExactly("2 1=a", "3 bad-encoding");
    }

    @Test
    void a_stream_is_read_as_it_comes() throws IOException {
        var drops = new InputStream() {
            private final byte[] bytes = "id;name\n1;Müller\r\n2;b".getBytes(StandardCharsets.UTF_8);
            private int next;

            @Override
            public int read() {
                return next < bytes.length ? bytes[next++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int one = read();
                if (one >= 0) {
                    target[offset] = (byte) one;
                }
                return one < 0 ? -1 : 1;
            }
        };

        assertThat(read(drops, StandardCharsets.UTF_8)).containsExactly("2 1=Müller", "3 2=b");
    }
}
