package io.chancery.platform.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListDownloadTest {

    private static final List<String> ROWS =
            List.of("one", "=HYPERLINK(\"http://evil.example\")", "drei; \"3\"", "four");

    private static String download(String type) throws IOException {
        var list = new ListDownload<String>(
                new ObjectMapper(), List.of("no", "name"), row -> List.of(String.valueOf(ROWS.indexOf(row)), row));
        // Two at a time.
        var answer = list.respond(MediaType.valueOf(type), "rows", last -> {
            int from = last == null ? 0 : ROWS.indexOf(last) + 1;
            return ROWS.subList(from, Math.min(ROWS.size(), from + 2));
        });
        assertThat(answer.getHeaderString("Content-Disposition")).startsWith("attachment; filename=\"rows.");
        var output = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(output);
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_table_has_every_row_and_no_formula() throws Exception {
        assertThat(download(ListDownload.CSV).lines())
                .containsExactly(
                        "no,name",
                        "0,one",
                        "1,\"'=HYPERLINK(\"\"http://evil.example\"\")\"",
                        "2,\"drei; \"\"3\"\"\"",
                        "3,four");
    }

    @Test
    void programs_get_each_row_as_it_is() throws Exception {
        assertThat(download(ListDownload.NDJSON).lines())
                .containsExactly(
                        "\"one\"", "\"=HYPERLINK(\\\"http://evil.example\\\")\"", "\"drei; \\\"3\\\"\"", "\"four\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+49 151", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void what_begins_like_a_formula_is_text(String text) {
        assertThat(InertText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Müller", "a=1", "'x"})
    void all_else_stays(String text) {
        assertThat(InertText.of(text)).isEqualTo(text);
    }
}
