package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.message.plan.Deadline;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel that takes longer than its plan allows gives way to the next one, if there is one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class OverdueTest {

    @Inject
    Caller caller;

    @Inject
    Standstill standstill;

    @Inject
    Templates templates;

    @Inject
    Deadline deadline;

    @Inject
    DataSource database;

    /** A template of its own for each test. */
    private final String template = "t" + UUID.randomUUID().toString().substring(1);

    @TempDir
    private Path root;

    private SampleFolder folder;

    @BeforeEach
    void aFolder() {
        folder = SampleFolder.in(root);
    }

    private void plan(String plan) {
        folder.withAnother(template)
                .changing(template + "/template.yaml", "channels: [email, print]", plan.replace("; ", "\n  "));
        assertThat(templates.importFrom(root).faults()).isEmpty();
    }

    /** A message to somebody who has this name only. */
    private String accepted(String name, Map<String, String> reachedBy) {
        var customer = new HashMap<>(Map.of("first_name", name, "last_name", "Überfällig-" + name));
        customer.putAll(reachedBy);
        caller.haveCustomer(name, customer);
        return caller.accepted("""
                {"template": "%s", "customer": {"source": "crm", "record": "%s"},
                 "data": {"number": "R-1", "items": [{"quantity": "1", "price": "2.50", "vat": "19"}]}}
                """.formatted(template, name));
    }

    private String delivery(String id) {
        return caller.read(id).getString("deliveries[0].id");
    }

    private void nobodyLooksAfter(String id) {
        var delivery = delivery(id);
        await().until(() -> {
            try (var connection = database.getConnection();
                    var question = connection.prepareStatement(
                            "select count(*) from delivery_deadline where delivery_id = ?::uuid")) {
                question.setString(1, delivery);
                var rows = question.executeQuery();
                return rows.next() && rows.getInt(1) == 0;
            }
        });
    }

    private List<String> channels(String id) {
        return caller.read(id).getList("deliveries.channel");
    }

    @Test
    void a_text_that_nobody_confirms_is_followed_by_a_mail() {
        plan("channels: [sms, email]; fallbackAfter: { sms: PT1H }");
        var id = accepted("Silvia", Map.of("mobile", MagicNumber.SILENT.number(), "email", "silvia@example.org"));
        await().until(() -> caller.events(id, "sms").contains("sent"));

        deadline.comes(delivery(id), Duration.ofHours(1));
        await().until(() -> channels(id).contains("email"));

        assertThat(caller.events(id, "sms"))
                .containsExactly("accepted", "rendered", "queued", "attempted", "sent", "unconfirmed");
        var message = caller.ended(id);
        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(message.getString("deliveries.find { it.channel == 'sms' }.status"))
                .isEqualTo("failed");
        assertThat(message.getString("deliveries.find { it.channel == 'sms' }.reason"))
                .isEqualTo("not-confirmed");
    }

    @Test
    void a_text_that_is_confirmed_is_followed_by_nothing() {
        plan("channels: [sms, email]; fallbackAfter: { sms: PT1H }");
        var id = accepted("Konrad", Map.of("mobile", "+491713920978", "email", "konrad@example.org"));
        await().until(() -> caller.events(id, "sms").contains("delivered"));

        deadline.comes(delivery(id), Duration.ofHours(1));
        nobodyLooksAfter(id);

        assertThat(channels(id)).containsExactly("sms");
        assertThat(caller.events(id, "sms")).endsWith("sent", "delivered");
    }

    @Test
    void a_mail_is_never_confirmed_and_need_not_be() {
        plan("channels: [email, sms]; fallbackAfter: { email: PT1H }");
        var id = accepted("Maike", Map.of("mobile", "+491713920977", "email", "maike@example.org"));
        await().until(() -> caller.events(id, "email").contains("sent"));

        deadline.comes(delivery(id), Duration.ofHours(1));
        nobodyLooksAfter(id);

        assertThat(channels(id)).containsExactly("email");
        assertThat(caller.events(id, "email")).endsWith("sent");
    }

    @Test
    void what_waits_for_too_long_is_taken_back_and_never_sent() throws SQLException {
        plan("channels: [sms, email]; fallbackAfter: { sms: PT1H }");
        var ids = new HashMap<String, String>();
        standstill.during(() -> {
            ids.put("waiting", accepted("Wanda", Map.of("mobile", "+491713920976", "email", "wanda@example.org")));
            await().until(() -> caller.events(ids.get("waiting"), "sms").contains("queued"));

            deadline.comes(delivery(ids.get("waiting")), Duration.ofHours(1));
            await().until(() -> channels(ids.get("waiting")).contains("email"));
        });

        var message = caller.ended(ids.get("waiting"));
        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(caller.events(ids.get("waiting"), "sms"))
                .containsExactly("accepted", "rendered", "queued", "failed");
        assertThat(message.getString("deliveries.find { it.channel == 'sms' }.reason"))
                .isEqualTo("timed-out");
    }

    @Test
    void what_nothing_could_follow_has_all_the_time_it_needs() throws SQLException {
        plan("channels: [email, sms]; fallbackAfter: { email: PT1H }");
        var ids = new HashMap<String, String>();
        standstill.during(() -> {
            ids.put("only", accepted("Olga", Map.of("email", "olga@example.org")));
            await().until(() -> caller.events(ids.get("only"), "email").contains("queued"));

            deadline.comes(delivery(ids.get("only")), Duration.ofHours(1));
            nobodyLooksAfter(ids.get("only"));
        });

        assertThat(caller.ended(ids.get("only")).getString("status")).isEqualTo("delivered");
        assertThat(channels(ids.get("only"))).containsExactly("email");
    }
}
