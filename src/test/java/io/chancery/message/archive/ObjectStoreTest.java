package io.chancery.message.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.chancery.archive.blob.ObjectStoreResource;
import io.chancery.archive.blob.TestObjectStore;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application with its archive in an S3 store. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(value = ObjectStoreResource.class, restrictToAnnotatedClass = true)
class ObjectStoreTest {

    TestObjectStore s3;

    @Inject
    Caller caller;

    @Inject
    Sql sql;

    @BeforeEach
    void have() {
        caller.haveCustomer(
                "object-store", Map.of("last_name", "Eimer", "email", "eimer@example.org", "mobile", "+4915124123456"));
    }

    private String accepted(String reference) {
        return caller.accepted("""
                {"template": "meter-reading", "customer": {"source": "crm", "record": "object-store"}, "channels": ["sms"],
                 "reference": "%s",
                 "data": {"until": "2026-12-18", "code": "LW-7K4M-29", "meters": [{"number": "1ESY7564060112",
                    "kind": "electricity", "unit": "kWh", "last": "48211", "lastOn": "2025-12-03"}]}}
                """.formatted(reference));
    }

    private int documents(String message) {
        return sql.run(
                "select count(*) from archive_entry where store = 1 and content is null and delivery_id in"
                        + " (select id from delivery where message_id = '" + message + "')",
                statement -> Sql.rows(statement, row -> row.getInt(1)).get(0));
    }

    private void isReadable(String message) {
        caller.as("compliance")
                .get("/api/v1/messages/" + message + "/deliveries/sms/rendition")
                .then()
                .statusCode(200)
                .body(containsString("LW-7K4M-29"));
    }

    @Test
    void a_message_is_sent_from_there_and_waits_while_the_store_is_down() throws Exception {
        var first = accepted("S3-1");
        caller.ended(first);
        assertThat(documents(first)).isPositive();
        assertThat(s3.keys(false)).hasSizeGreaterThan(1);
        isReadable(first);

        s3.down();
        var second = accepted("S3-2");
        Thread.sleep(1_500);
        assertThat(documents(second)).isZero();
        assertThat(caller.read(second).getString("deliveries[0].status")).isEqualTo("accepted");
        s3.up();

        caller.ended(second);
        isReadable(second);
    }
}
