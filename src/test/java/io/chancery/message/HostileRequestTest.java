package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no channel or database can carry is refused at the door with its pointer; all else that is odd comes through. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class HostileRequestTest {

    @Inject
    Caller caller;

    @BeforeEach
    void customers() {
        caller.haveCustomer(
                "hostile",
                Map.of(
                        "first_name", "Kim",
                        "last_name", "Beispiel",
                        "street", "Teststr. 2",
                        "email", "kim@example.org",
                        "mobile", "+491713920043"));
    }

    /**
     * @param item in JSON, with its quotes
     */
    private static String invoice(String reference, String item, String rest) {
        return """
                {"template": "invoice", "customer": {"source": "crm", "record": "hostile"}, "reference": "%s",
                 "channels": ["print", "email", "sms"],
                 "data": {"number": "R-77", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR", "meter": "1ESY1234567890",
                    "items": [{"text": %s, "quantity": "1", "unit": "kWh", "price": "0.3290", "vat": "19"}]}%s}
                """.formatted(reference, item, rest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    R-77    | "a\\u0000"   |                                    | /data/items/0/text
                    R-77    | "\\ud83d"    |                                    | /data/items/0/text
                    R-77    | {"a": "b"}   |                                    | /data/items/0/text
                    a\\u0000| "x"          |                                    | /reference
                    \\ude00 | "x"          |                                    | /reference
                    R-77    | "x"          | , "metadata": {"a": ["\\u0000"]}   | /metadata/a/0
                    R-77    | "x"          | , "metadata": {"a/b": "\\ud800"}   | /metadata/a~1b
                    """)
    void what_nobody_could_read_is_refused_with_its_pointer(
            String reference, String item, String rest, String pointer) {
        caller.post(invoice(reference, item, rest == null ? "" : rest))
                .then()
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "wort "})
    void a_text_without_end_is_refused_with_its_pointer(String piece) {
        caller.post(invoice("R-77", "\"" + piece.repeat(10_000 / piece.length()) + "\"", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/data/items/0/text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202Egnp.exe\u202C",
                "a\u200Bb\u200Cc\u200Dd\uFEFF",
                "a\u0007\u001B[31mb",
                "a\r\nBcc: eve@example.org",
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller",
                "<!--[if mso]><img src='http://localhost/'><![endif]--> u\\72l(x)"
            })
    void what_is_only_odd_comes_through_on_all_channels(String text) {
        var id = caller.accepted(invoice(
                "R-77 " + "\\u202Ex", JsonNodeFactory.instance.textNode(text).toString(), ""));

        assertThat(caller.ended(id).getList("deliveries.status", String.class))
                .allMatch(List.of("sent", "delivered")::contains);
    }
}
