package io.chancery.message.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.log.Logged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a message leaves in the log, and in the trace of its caller. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class LogAndTraceTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String OF_MESSAGE = "select traceparent from message where id = ?::uuid";
    private static final String OF_OUTBOX =
            "select payload ->> 'traceparent' from outbox where topic = 'message.status' and subject = ?";

    @Inject
    Caller caller;

    @Inject
    SentEverywhere everywhere;

    @Inject
    DataSource database;

    private final String template = "t" + UUID.randomUUID().toString().substring(1);

    @TempDir
    private Path root;

    @BeforeEach
    void aTemplate() {
        everywhere.haveTemplate(root, template);
    }

    @Test
    void no_name_address_or_number_is_logged_whatever_happens_to_a_message() throws IOException {
        try (var logged = Logged.fromNow()) {
            everywhere.haveCustomer(
                    "Xaveria",
                    Map.of(
                            "last_name", "Quittenbaum",
                            "street", "Zwetschgensteig 7",
                            "email", "xaveria.quittenbaum@example.org",
                            "mobile", "+491713920093"));
            everywhere.send(template, "Xaveria");
            caller.post(everywhere.order(template, "Xaveria", "{\"number\": \"Quittenbaum\"}"))
                    .then()
                    .statusCode(422);
            Logger.getLogger("io.chancery.test").info("The test has come to its end");

            assertThat(logged.lines()).anyMatch(line -> line.contains("come to its end"));
            for (var line : logged.lines()) {
                assertThat(line).doesNotContainIgnoringCase("xaveria", "quittenbaum", "zwetschgensteig", "1713920093");
                assertThat(new ObjectMapper().readTree(line).fieldNames())
                        .toIterable()
                        .contains("timestamp", "level", "logger", "thread", "message");
            }
        }
    }

    @Test
    void a_line_has_the_exception_and_what_belongs_to_the_request() throws IOException {
        try (var logged = Logged.fromNow()) {
            MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
            Logger.getLogger("io.chancery.test").error("A \"bad\"\nthing", new IllegalStateException("why"));
            MDC.remove("traceId");

            var line = logged.lines().get(logged.lines().size() - 1);

            assertThat(line.strip()).doesNotContain("\n");
            var json = new ObjectMapper().readTree(line);
            assertThat(json.path("message").asText()).isEqualTo("A \"bad\"\nthing");
            assertThat(json.path("mdc").path("traceId").asText()).startsWith("4bf9");
            assertThat(json.path("exception").asText()).contains("IllegalStateException: why", "\tat ");
        }
    }

    @Test
    void a_callers_trace_is_kept_on_the_message_and_told_with_its_status() throws SQLException {
        everywhere.haveCustomer(
                "Trude", Map.of("last_name", "Spur", "email", "trude@example.org", "mobile", "+491713920094"));

        var traced = post(PARENT);
        var untraced = post("00-not-a-trace");

        assertThat(find(OF_MESSAGE, traced)).isEqualTo(PARENT);
        assertThat(find(OF_MESSAGE, untraced)).isNull();
        assertThat(find(OF_OUTBOX, traced)).isEqualTo(PARENT);
        assertThat(find(OF_OUTBOX, untraced)).isNull();
    }

    private String post(String parent) {
        String id = caller.as("system")
                .header("traceparent", parent)
                .body(everywhere.order(template, "Trude", SentEverywhere.DATA).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        caller.allEnded(id);
        return id;
    }

    private @Nullable String find(String query, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
