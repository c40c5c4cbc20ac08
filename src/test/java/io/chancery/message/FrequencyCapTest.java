package io.chancery.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.compose.Beginning;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Nobody gets more advertising than is good, even if it is asked for all at once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class FrequencyCapTest {

    /** What the tests' database is started with. */
    private static final int MOST = 12;

    @Inject
    Caller caller;

    @Inject
    Beginning beginning;

    @Inject
    DataSource database;

    @Inject
    ApiClients clients;

    /** Somebody who wants advertising by mail. */
    private void haveCustomer(String name) {
        caller.haveCustomer(
                name,
                Map.of(
                        "first_name",
                        name,
                        "last_name",
                        "Werbefroh-" + name,
                        "street",
                        "Teststr. 12",
                        "email",
                        name.toLowerCase(Locale.ROOT) + "@example.org"));
        caller.as("system")
                .body("""
                        {"channel": "email", "status": "confirmed", "source": "form", "at": "2026-01-01T00:00:00Z",
                         "evidence": {"text": "Ja, ich will"}}
                        """)
                .post("/api/v1/customers/" + caller.ucid(name) + "/consents")
                .then()
                .statusCode(201);
    }

    /** Of messages that begin at the same instant. */
    private List<String> outcomes(String record, int messages) throws SQLException {
        return outcomes(caller.as("system"), record, messages);
    }

    private List<String> outcomes(RequestSpecification sender, String record, int messages) throws SQLException {
        var later = Instant.now().plus(Duration.ofDays(1));
        var ids = IntStream.range(0, messages)
                .mapToObj(i -> accepted(sender, """
                        {"template": "newsletter-winter", "customer": {"source": "crm", "record": "%s"}, "sendAt": "%s",
                         "data": {"offer": "Glasfaser", "discount": "20", "until": "2026-12-24"}}
                        """.formatted(record, later)))
                .toList();
        beginning.comes(ids);
        var reasons = new ArrayList<String>();
        for (var id : ids) {
            reasons.add(String.valueOf(caller.ended(id).getString("deliveries[0].reason")));
        }
        return reasons;
    }

    @Test
    void what_is_over_the_cap_is_skipped_and_bills_are_not_counted() throws SQLException {
        haveCustomer("Walburga");

        assertThat(outcomes("Walburga", MOST + 3))
                .filteredOn("frequency-cap"::equals)
                .hasSize(3);

        var welcome = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "Walburga"}, "channels": ["email"],
                 "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}}
                """);
        assertThat(caller.ended(welcome).getString("status")).isEqualTo("delivered");
    }

    @Test
    void what_is_only_tried_is_neither_counted_nor_stopped() throws SQLException {
        haveCustomer("Tamara");
        var key = clients.createIfMissing("tries advertising", Set.of("system"), true)
                .orElseThrow();
        var tester = given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);

        assertThat(outcomes(tester, "Tamara", MOST + 1)).containsOnly("null");
        assertThat(outcomes("Tamara", MOST)).containsOnly("null");
        assertThat(outcomes(tester, "Tamara", 1)).containsExactly("null");
    }

    private static String accepted(RequestSpecification sender, String body) {
        return sender.body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void what_was_sent_long_ago_does_not_count() throws SQLException {
        haveCustomer("Leopold");
        assertThat(outcomes("Leopold", MOST)).containsOnly("null");
        assertThat(outcomes("Leopold", 1)).containsExactly("frequency-cap");

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update message set send_at = send_at - interval '7 days'
                    where customer_id = (select customer_id from message order by id desc limit 1)
                    """);
        }

        assertThat(outcomes("Leopold", 1)).containsExactly("null");
    }
}
