package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent is sent once more, as often as somebody means it and no oftener. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ResendTest {

    private static final String WELCOME = """
            {"template": "welcome", "customer": {"source": "crm", "record": "once-more"}, "reference": "V-7",
             "channels": ["email"], "metadata": {"case": "C-9"},
             "data": {"contract": "V-7", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}}
            """;

    @Inject
    Caller caller;

    private String first = "";

    @BeforeEach
    void send() {
        caller.haveCustomer(
                "once-more",
                Map.of("first_name", "Ona", "last_name", "Muster", "street", "Teststr. 9", "email", "o@example.org"));
        first = caller.accepted(WELCOME);
        caller.ended(first);
    }

    private String resend(String id, String key) {
        return caller.as("agent")
                .header("Idempotency-Key", key)
                .post("/api/v1/messages/" + id + "/resend")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void it_is_a_new_message_with_the_same_words_that_names_the_first() {
        var second = resend(first, UUID.randomUUID().toString());

        var message = caller.ended(second);
        assertThat(second).isNotEqualTo(first);
        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(message.getString("reference")).isEqualTo("V-7");
        assertThat(message.getMap("metadata")).isEqualTo(Map.of("case", "C-9", "repeats", first));
        assertThat(caller.rendition(second, "email")).isNotEmpty();
    }

    @Test
    void it_needs_no_reference() {
        var nameless = caller.accepted(WELCOME.replace("\"reference\": \"V-7\",", ""));

        assertThat(caller.read(resend(nameless, UUID.randomUUID().toString())).getString("reference"))
                .isEmpty();
    }

    @Test
    void the_same_key_sends_it_once() {
        var key = UUID.randomUUID().toString();

        assertThat(resend(first, key)).isEqualTo(resend(first, key));
        assertThat(resend(first, UUID.randomUUID().toString())).isNotEqualTo(resend(first, key));
    }

    @Test
    void a_key_is_for_one_message() {
        var key = UUID.randomUUID().toString();
        resend(first, key);

        caller.as("agent")
                .header("Idempotency-Key", key)
                .post("/api/v1/messages/" + caller.accepted(WELCOME) + "/resend")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void who_sends_no_messages_sends_none_again() {
        caller.as("author").post("/api/v1/messages/" + first + "/resend").then().statusCode(403);
        caller.as("agent")
                .post("/api/v1/messages/" + UUID.randomUUID() + "/resend")
                .then()
                .statusCode(404);
    }
}
