package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.message.plan.Deadline;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is cancelled, or still waits at its last date, goes nowhere. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CalledOffTest {

    @Inject
    Caller caller;

    @Inject
    Deadline deadline;

    @Inject
    Standstill standstill;

    @BeforeEach
    void customers() {
        caller.haveCustomer(
                "undecided",
                Map.of(
                        "salutation", "Frau",
                        "first_name", "Uta",
                        "last_name", "Unschlüssig",
                        "street", "Teststr. 8",
                        "email", "uta@example.org"));
    }

    private String accepted(String rest) {
        return caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "undecided"}, %s,
                 "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}}
                """.formatted(rest));
    }

    private ValidatableResponse cancel(String id) {
        return caller.as("system").post("/api/v1/messages/" + id + "/cancel").then();
    }

    @Test
    void a_message_for_later_can_be_cancelled_and_one_that_is_sent_cannot() {
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        var later = accepted("\"sendAt\": \"" + tomorrow + "\"");
        var sent = accepted("\"channels\": [\"print\"]");
        caller.ended(sent);

        cancel(later).statusCode(200);
        cancel(sent).statusCode(409).body("code", equalTo("too-late-to-cancel"));

        assertThat(caller.ended(later).getString("status")).isEqualTo("cancelled");
    }

    @Test
    void a_message_that_is_rendered_and_waits_for_its_turn_can_be_cancelled() throws SQLException {
        standstill.during(() -> {
            var id = accepted("\"channels\": [\"print\"]");
            await().until(() -> caller.events(id, "print").contains("queued"));

            cancel(id).statusCode(200);

            assertThat(caller.ended(id).getString("status")).isEqualTo("cancelled");
            assertThat(caller.events(id, "print")).containsExactly("accepted", "rendered", "queued", "cancelled");
            assertThat(caller.rendition(id, "print")).isNotEmpty();
        });
    }

    @Test
    void what_still_waits_for_its_turn_at_its_last_date_expires() throws SQLException {
        standstill.during(() -> {
            var later = Instant.now().plus(1, ChronoUnit.DAYS);
            var id = accepted("\"channels\": [\"print\", \"email\"], \"expiresAt\": \"" + later + "\"");
            for (var channel : List.of("print", "email")) {
                await().until(() -> caller.events(id, channel).contains("queued"));
            }

            deadline.ofMessageComes(id);

            assertThat(caller.ended(id).getString("status")).isEqualTo("cancelled");
            assertThat(caller.events(id, "print")).containsExactly("accepted", "rendered", "queued", "expired");
        });
        var kept = accepted(
                "\"channels\": [\"print\"], \"expiresAt\": \"" + Instant.now().plusSeconds(60) + "\"");

        assertThat(caller.ended(kept).getString("status")).isEqualTo("delivered");
    }
}
