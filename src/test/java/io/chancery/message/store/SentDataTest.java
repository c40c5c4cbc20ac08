package io.chancery.message.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.platform.DatabaseException;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.chancery.platform.Superuser;
import io.chancery.platform.security.ApiClients;
import io.chancery.template.DataSenders;
import io.chancery.template.DataSenders.Sender;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who would have to change what he sends. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SentDataTest {

    private static final Duration OF_LATE = Duration.ofDays(30);
    private static final Map<String, String> PATHS =
            Map.of("lacks note", "$ ? (!exists(@.\"note\"))", "lacks a vat", "$.\"items\"[*] ? (!exists(@.\"vat\"))");

    @Inject
    DataSenders senders;

    @Inject
    Templates templates;

    @Inject
    ApiClients clients;

    @Inject
    Sql sql;

    private final String template = "t" + UUID.randomUUID();
    private final String billing = "a-" + UUID.randomUUID();
    private final String shop = "b-" + UUID.randomUUID();

    private RequestSpecification as(String name, String role) {
        var secret = clients.createIfMissing(name, Set.of(role)).orElseThrow();
        return given().header("Authorization", "Bearer " + secret).contentType("application/json");
    }

    private void sent(String client, Instant at, int messages, String data) {
        sent(client, at, messages, data, template);
    }

    /** Messages of nobody: here only their data count. */
    private void sent(String client, Instant at, int messages, String data, String ofTemplate) {
        clients.createIfMissing(client, Set.of("system"));
        var text = """
                insert into message (id, client_id, customer_id, ucid, template_version_id, template, class, language,
                    data, send_at, created_at)
                select uuidv7(?::interval), (select id from api_client where name = ?), gen_random_uuid(), '',
                    gen_random_uuid(), ?, 'transactional', 'de', ?::jsonb, now(), now()
                from generate_series(1, ?)
                """;
        var age = Duration.between(Instant.now(), at).toSeconds() + " seconds";
        force(text, age, client, ofTemplate, data, messages);
    }

    /** Asks for a copy of every message of a client. */
    private void asked(String client, String role) {
        force("""
                insert into copy (id, message_id, role, customer_id, ucid, language)
                select uuidv7(), id, ?, gen_random_uuid(), '', 'de' from message
                where client_id in (select id from api_client where name = ?)
                """, role, client);
    }

    private static void force(String text, Object... values) {
        try {
            Superuser.force(text, values);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void execute(String text, String... values) {
        sql.run(text, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        });
    }

    @AfterEach
    void forget() {
        var ours = "(select id from api_client where name in (?, ?))";
        QuarkusTransaction.requiringNew().run(() -> {
            var messages = "(select id from message where client_id in " + ours + ")";
            execute("delete from copy where message_id in " + messages, billing, shop);
            execute("delete from message where client_id in " + ours, billing, shop);
        });
    }

    private List<Sender> senders() {
        return senders.senders(template, Instant.now().minus(OF_LATE), PATHS, List.of("adviser"));
    }

    @Test
    void each_client_is_told_with_how_many_of_its_messages_a_path_finds_something_in() {
        var now = Instant.now();
        sent(billing, now, 3, "{\"note\": \"\", \"items\": [{\"vat\": \"19\"}, {\"vat\": \"7\"}]}");
        sent(billing, now, 2, "{\"items\": [{\"vat\": \"19\"}, {}]}");
        sent(shop, now, 1, "{\"note\": \"x\", \"items\": []}");

        assertThat(senders())
                .containsExactly(
                        new Sender(
                                billing, 5, true, Map.of("lacks note", 2L, "lacks a vat", 2L), Map.of("adviser", 0L)),
                        new Sender(shop, 1, true, Map.of("lacks note", 0L, "lacks a vat", 0L), Map.of("adviser", 0L)));
    }

    @Test
    void each_client_is_told_with_how_many_of_its_messages_asked_for_a_copy() {
        sent(shop, Instant.now(), 2, "{}");
        asked(shop, "adviser");
        sent(shop, Instant.now(), 1, "{}");
        sent(billing, Instant.now(), 1, "{}");
        asked(billing, "guardian");

        assertThat(senders())
                .extracting(Sender::client, Sender::messages, Sender::asking)
                .containsExactly(tuple(billing, 1L, Map.of("adviser", 0L)), tuple(shop, 3L, Map.of("adviser", 2L)));
    }

    @Test
    void what_is_older_or_of_another_template_does_not_count() {
        var now = Instant.now();
        sent(billing, now.minus(OF_LATE).minusSeconds(60), 2, "{}");
        sent(billing, now.minus(OF_LATE).plusSeconds(60), 1, "{}");
        sent(shop, now, 1, "{}", "another");

        assertThat(senders()).extracting(Sender::client, Sender::messages).containsExactly(tuple(billing, 1L));
    }

    @Test
    void of_a_client_that_sends_much_the_newest_are_looked_at_and_none_hides_another() {
        var now = Instant.now();
        sent(shop, now.minusSeconds(7200), 1, "{\"items\": []}");
        sent(billing, now.minusSeconds(3600), 5, "{}");
        sent(billing, now, SentData.MOST_MESSAGES, "{\"note\": \"\"}");

        assertThat(senders())
                .extracting(
                        Sender::client,
                        Sender::messages,
                        Sender::all,
                        sender -> sender.matching().get("lacks note"))
                .containsExactly(tuple(billing, (long) SentData.MOST_MESSAGES, false, 0L), tuple(shop, 1L, true, 1L));
    }

    @Test
    void an_approver_sees_which_clients_a_change_breaks(@TempDir Path root) {
        var folder = SampleFolder.in(root);
        var yaml = folder.text("test-invoice/template.yaml");
        var withCopies = yaml + "copies: { adviser: { title: { de: B, en: A }, channels: [email] } }\n";
        folder.with(template + "/template.yaml", withCopies)
                .with(template + "/message.de.html", "<p>Rechnung</p>")
                .with(template + "/message.en.html", "<p>Invoice</p>");
        assertThat(templates.importFrom(root).faults()).isEmpty();
        sent(billing, Instant.now(), 2, "{\"number\": \"1\", \"items\": []}");
        sent(shop, Instant.now(), 1, "{\"note\": \"x\", \"items\": []}");
        asked(shop, "adviser");
        var author = as("author-" + UUID.randomUUID(), "author");
        var url = "/api/v1/templates/" + template;

        given().spec(author)
                .body(Map.of(
                        "files",
                        Map.of(
                                "template.yaml",
                                demandingNoteForNumber(yaml),
                                "message.de.html",
                                "<p>Rechnung</p>",
                                "message.en.html",
                                "<p>Invoice</p>")))
                .put(url + "/draft")
                .then()
                .statusCode(200)
                .body("faults", empty());

        given().spec(author)
                .get(url + "/diff")
                .then()
                .statusCode(200)
                .body("data.demanded", contains("/note"))
                .body("data.removed", contains("/number"))
                .body("copies.removed", contains("adviser"))
                .body("senders.clients.client", contains(billing, shop))
                .body("senders.clients[0].messages", equalTo(2))
                .body("senders.clients[0].all", equalTo(true))
                .body("senders.clients[0].lacking", equalTo(Map.of("/note", 2)))
                .body("senders.clients[0].sending", equalTo(Map.of("/number", 2)))
                .body("senders.clients[1].asking", equalTo(Map.of("adviser", 1)))
                .body("senders.clients[1].lacking", equalTo(Map.of()));
        given().spec(author).get(url + "/diff?from=1&to=live").then().body("senders.clients", empty());
    }

    private static String demandingNoteForNumber(String yaml) {
        return yaml.replace("[number, items]", "[note, items]")
                .replace("number: { type: string, minLength: 1 }", "note: { type: string }")
                .replaceAll("\\{data.number}", "{data.note}");
    }
}
