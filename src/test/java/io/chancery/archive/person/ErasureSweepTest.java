package io.chancery.archive.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.receipt.Complaints;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Outbox;
import io.chancery.platform.Sql;
import io.chancery.platform.work.DataDirectory;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on its way when a person is erased, and what comes after. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ErasureSweepTest {

    @Inject
    Somebody somebody;

    @Inject
    Caller caller;

    @Inject
    Erasing erasing;

    @Inject
    ErasureJob job;

    @Inject
    Outbox outbox;

    @Inject
    Receipts receipts;

    @Inject
    Complaints complaints;

    @Inject
    DataDirectory data;

    @Inject
    Templates templates;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    @TempDir
    private Path root;

    private static String word(String beginning) {
        return beginning + System.nanoTime() % 1_000_000;
    }

    private int execute(String text) {
        return sql.run(text, statement -> statement.executeUpdate());
    }

    /** As if the minutes had passed. */
    private void sweep(String ucid) {
        somebody.column("select id from erasure_order where customer_id = (select id from customer where ucid = '"
                        + ucid + "')")
                .forEach(id -> erasing.goOn(UUID.fromString(id)));
        assertThat(somebody.column("select id from erasure_order where erased_at is not null and customer_id ="
                        + " (select id from customer where ucid = '" + ucid + "')"))
                .isEmpty();
    }

    private List<String> news(String ucid) {
        return somebody.column("select topic from outbox where subject = '" + ucid + "'");
    }

    private String later(String canary, String copies) {
        return caller.accepted(
                """
                {"template": "payment-reminder", "customer": {"source": "crm", "record": "%s"}, "channels": ["print"],
                 "sendAt": "%s", "copies": %s,
                 "data": {"invoice": "%s", "amount": "87.00", "currency": "EUR", "due": "2026-12-20", "level": 1}}
                """.formatted(Somebody.record(canary), Instant.now().plus(1, ChronoUnit.DAYS), copies, canary));
    }

    @Test
    void what_comes_in_while_somebody_is_erased_is_swept_out_minutes_later() throws SQLException {
        var canary = word("nachzug");
        var ucid = somebody.person(canary);
        somebody.advertised(canary, ucid);
        somebody.erase(ucid).statusCode(200);
        assertThat(somebody.places(canary)).isEmpty();

        outbox.append(List.of(new Outbox.Entry(
                "source.update", "crm/" + Somebody.record(canary), Map.of("email", canary + "@example.org"))));
        execute("""
                insert into suppression (id, channel, address, scope, cause, note, recorded_by, created_at)
                values (gen_random_uuid(), 'email', '%s@example.org', 'everything', 'hard-bounce', '', 'delivery', now())
                """.formatted(canary));
        assertThat(somebody.places(canary)).containsExactlyInAnyOrder("outbox", "suppression");
        sweep(ucid);

        assertThat(somebody.places(canary)).isEmpty();
        assertThat(news(ucid)).containsExactly("customer.erased");
    }

    @Test
    void a_bounce_and_a_complaint_that_come_afterwards_do_not_make_the_address_known_again() throws SQLException {
        var canary = word("spaet");
        var ucid = somebody.person(canary);
        var kept = somebody.letter(canary);
        var delivery = letter(kept);
        var reference = somebody.column(
                        "select reference from attempt_reference where delivery_id = '" + delivery + "'")
                .get(0);
        somebody.erase(ucid).statusCode(200).body("report.kept[0].deliveries", equalTo(1));

        receipts.record(reference, false, Receipts.NOBODY_THERE + " 5.1.1", clock.instant());
        complaints.record(UUID.fromString(delivery), clock.instant());

        await().until(() -> somebody.column("select kind from event where delivery_id = '" + delivery + "'")
                .contains("complained"));
        await().until(() -> somebody.column("select status from delivery where id = '" + delivery + "'")
                .equals(List.of("returned")));
        assertThat(somebody.places(canary + "@example.org")).isSubsetOf("archive_text");
        caller.haveCustomer(canary + "-neu", Map.of("last_name", "Andermann", "email", canary + "@example.org"));
        assertThat(caller.as("compliance")
                        .get("/api/v1/customers/" + caller.ucid(canary + "-neu"))
                        .asString())
                .contains("erased-objection");
    }

    @Test
    void what_waits_is_called_off_with_the_copies_that_others_would_get() {
        var canary = word("abschrift");
        var ucid = somebody.person(canary);
        caller.haveCustomer("adviser-" + canary, Map.of("last_name", "Berater", "street", "Ratweg 1"));
        var id = later(
                canary,
                "[{\"role\": \"adviser\", \"customer\": {\"source\": \"crm\", \"record\": \"adviser-" + canary
                        + "\"}}]");

        somebody.erase(ucid).statusCode(200);

        assertThat(somebody.column("select status from delivery where message_id = '" + id + "'"))
                .containsExactly("cancelled", "cancelled");
    }

    @Test
    void what_nobody_knows_the_end_of_is_called_off_and_not_said_to_have_been_in_time() {
        var canary = word("ungewiss");
        var ucid = somebody.person(canary);
        var id = later(canary, "[]");
        var delivery = letter(id);
        execute("delete from compose_later where message_id = '" + id + "'");
        execute("update delivery set status = 'uncertain' where id = '" + delivery + "'");
        execute("""
                insert into hold (delivery_id, message_id, reason, rendered, since, expires_at)
                values ('%s', '%s', 'handover-unknown', true, now(), now() + interval '1 day')
                """.formatted(delivery, id));

        somebody.erase(ucid).statusCode(200);

        assertThat(somebody.column(
                        "select reason from event where kind = 'cancelled' and delivery_id = '" + delivery + "'"))
                .containsExactly("handover-unknown");
    }

    @Test
    void whoever_asks_is_told_what_an_erasure_waits_for_and_what_to_do() {
        var canary = word("warten");
        var ucid = somebody.person(canary);
        var id = somebody.sent(canary, "payment-reminder", "print", """
                {"invoice": "R-1", "amount": "87.00", "currency": "EUR", "due": "2026-12-20", "level": 1}
                """);
        var delivery = letter(id);
        execute("""
                insert into print_letter (delivery_id, ucid, country, postcode, address, sender, form, paper, grammage, pages,
                    duplex, bytes, sha256, urgent, pooled_at)
                values ('%s', '', 'DE', '10115', 'Gasse %s', '', '', '', 80, 1, true, 1, '', false, now())
                """.formatted(delivery, canary));

        somebody.erase(ucid)
                .statusCode(202)
                .body("state", equalTo("waiting"))
                .body("waitsFor.size()", equalTo(1))
                .body("waitsFor[0].code", equalTo("print-pool"))
                .body("waitsFor[0].entries", equalTo(1))
                .body("waitsFor[0].german", containsString("Drucklauf"))
                .body("waitsFor[0].english", containsString("/api/v1/print-runs"));
        execute("delete from print_letter where delivery_id = '" + delivery + "'");

        await().untilAsserted(() -> {
            job.run();
            caller.as("agent").get("/api/v1/customers/" + ucid).then().statusCode(410);
        });
    }

    @Test
    void a_letter_that_nobody_has_fetched_is_not_printed_any_more_unless_it_has_to_be_kept() throws IOException {
        var template = "t" + UUID.randomUUID().toString().substring(1);
        SampleFolder.in(root)
                .withAnother(template)
                .changing(template + "/template.yaml", "retention: voucher", "retention: advertising");
        assertThat(templates.importFrom(root).faults()).isEmpty();
        var canary = word("ordner");
        var ucid = somebody.person(canary);
        var gone = letter(somebody.sent(canary, template, "print", """
                {"number": "R-1", "items": [{"quantity": "1", "price": "2.50", "vat": "19"}]}
                """));
        var kept = letter(somebody.sent(canary, "payment-reminder", "print", """
                {"invoice": "R-1", "amount": "87.00", "currency": "EUR", "due": "2026-12-20", "level": 1}
                """));
        assertThat(files(gone)).hasSize(2);

        somebody.erase(ucid).statusCode(200);
        sweep(ucid);

        assertThat(files(gone)).isEmpty();
        assertThat(files(kept)).hasSize(2);
    }

    private String letter(String id) {
        return caller.read(id).getString("deliveries[0].id");
    }

    private List<String> files(String delivery) throws IOException {
        try (var found = Files.walk(data.resolve("print"))) {
            return found.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.contains(delivery))
                    .toList();
        }
    }

    @Test
    void the_report_says_what_stays_and_why() {
        var canary = word("bericht");
        var ucid = somebody.person(canary);
        somebody.advertised(canary, ucid);

        somebody.erase(ucid)
                .statusCode(200)
                .body("report.erased.events", nullValue())
                .body("report.erased.sourceRecords", equalTo(1))
                .body("report.stays.name", hasItem("events"))
                .body("report.stays.name", hasItem("accesses"))
                .body("report.stays.name", hasItem("erasedRecords"))
                .body("report.stays.find { it.name == 'messages' }.entries", equalTo(1));
    }
}
