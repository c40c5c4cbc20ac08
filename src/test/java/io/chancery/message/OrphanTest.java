package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages whose customer is gone when their time comes. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class OrphanTest {

    @Inject
    Caller caller;

    private String accepted(String record, Instant sendAt) {
        return caller.accepted("""
                {"template": "payment-reminder", "customer": {"source": "crm", "record": "%s"}, "channels": ["print"],
                 "sendAt": "%s",
                 "data": {"invoice": "R-1", "amount": "87.00", "currency": "EUR", "due": "2026-12-20", "level": 1}}
                """.formatted(record, sendAt));
    }

    @Test
    void a_message_whose_customer_has_no_record_left_is_skipped_and_holds_up_nobody() throws SQLException {
        caller.haveCustomer("orphan", Map.of("last_name", "Verwaist-Gone", "street", "Waisenweg 1"));
        caller.haveCustomer("neighbour", Map.of("last_name", "Nachbarin-Stays", "street", "Heimweg 2"));
        var soon = Instant.now().plusSeconds(3);
        var orphaned = accepted("orphan", soon);
        var other = accepted("neighbour", soon);

        caller.as("admin").delete("/api/v1/sources/crm/records/orphan").then().statusCode(lessThan(300));

        assertThat(caller.ended(other).getString("status")).isEqualTo("delivered");
        assertThat(caller.ended(orphaned).getString("status")).isEqualTo("cancelled");
        assertThat(caller.read(orphaned).getString("deliveries[0].reason")).isEqualTo("no-contact-point");
    }
}
