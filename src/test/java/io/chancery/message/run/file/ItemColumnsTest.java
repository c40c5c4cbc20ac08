package io.chancery.message.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.platform.stream.UnreadableStreamException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemColumnsTest {

    private static String item(String... columnsAndValues) {
        var row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return ItemColumns.item(row).toString().replace('"', '`');
    }

    @Test
    void a_row_says_what_a_message_is_asked_for_with() {
        assertThat(item(
                        "source",
                        "crm",
                        "record",
                        "7",
                        "reference",
                        "R-7",
                        "channels",
                        "print; sms",
                        "data.number",
                        "R-7",
                        "data.period.from",
                        "2026-01-01",
                        "data.period.to",
                        "2026-12-31",
                        "metadata.case",
                        "12"))
                .isEqualTo("{`data`:{`number`:`R-7`,`period`:{`from`:`2026-01-01`,`to`:`2026-12-31`}},"
                        + "`customer`:{`source`:`crm`,`record`:`7`},`reference`:`R-7`,`channels`:[`print`,`sms`],"
                        + "`metadata`:{`case`:`12`}}");
    }

    @Test
    void numbers_in_a_path_make_a_list_in_their_order_and_empty_values_are_left_out() {
        assertThat(item(
                        "ucid",
                        "C-1",
                        "data.items.10.text",
                        "eleventh",
                        "data.items.9.text",
                        "tenth",
                        "data.items.0.text",
                        "first",
                        "data.items.11.text",
                        "",
                        "reference",
                        ""))
                .isEqualTo("{`data`:{`items`:[{`text`:`first`},{`text`:`tenth`},{`text`:`eleventh`}]},"
                        + "`customer`:{`ucid`:`C-1`}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ucid;data.number       | ",
                "source;record;channels | ",
                "ucid;name              | unknown-column",
                "ucid;data              | unknown-column",
                "ucid;data.             | unknown-column",
                "ucid;data..a           | unknown-column",
                "ucid;language.de       | unknown-column",
                "source;data.number     | unknown-column",
                "ucid;data.a;data.a.b   | bad-header"
            })
    void a_column_that_means_nothing_is_refused(String header, String code) {
        var columns = new ItemColumns(';');
        var names = List.of(header.split(";"));

        if (code == null) {
            columns.check(names, header);
        } else {
            assertThatThrownBy(() -> columns.check(names, header))
                    .isInstanceOfSatisfying(
                            UnreadableStreamException.class,
                            e -> assertThat(e.code()).isEqualTo(code));
        }
    }
}
