package io.chancery.customer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.consent.ConsentDecision;
import io.chancery.consent.ConsentQuestion;
import io.chancery.consent.Consents;
import io.chancery.customer.Customers;
import io.chancery.customer.ImportReport;
import io.chancery.customer.imports.Counts;
import io.chancery.customer.imports.Imports;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.record.Outcome;
import io.chancery.customer.record.RecordVersion;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.chancery.platform.stream.RawRecord;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Recipient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RecordsTest {

    private static final String LETTERS = """
            {"title": "Test", "trust": 50, "mapping": {"id": "id", "defaults": {"country": "DE"}, "fields": [
              {"kind": "full-name", "column": "name"}, {"kind": "street", "column": "street"},
              {"kind": "postcode", "constant": "99999"}, {"kind": "city", "constant": "Musterstadt"},
              {"kind": "email", "column": "email"}, {"kind": "phone", "column": "phone"}]}}
            """;

    private static final String ADVERTISING = """
            {"title": "Test", "trust": 50, "mapping": {"id": "id", "fields": [{"kind": "full-name", "column": "name"}],
             "consents": [{"column": "optin", "values": {"yes": "confirmed", "no": "unsubscribed"},
                           "channels": ["email"]}]}}
            """;

    @Inject
    Sources sources;

    @Inject
    Records records;

    @Inject
    Imports imports;

    @Inject
    Customers customers;

    @Inject
    Consents consents;

    @Inject
    Sql sql;

    /** A source of its own for each test; the database is shared. */
    private final String source = "s" + UUID.randomUUID();

    /** The people of these tests are all called alike: whom an earlier one brought nobody shall meet. */
    @BeforeEach
    void strangers() {
        sql.run("delete from match_key", PreparedStatement::executeUpdate);
    }

    private void define(String definition) throws IOException {
        sources.put(source, new ObjectMapper().readTree(definition));
    }

    private ImportReport take(String content, Format format) {
        return take(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), format);
    }

    private ImportReport take(InputStream content, Format format) {
        return imports.take(sources.get(source), content, format, StandardCharsets.UTF_8);
    }

    private Recipient recipient(String record) {
        var id = customers.findId(source, record).orElseThrow();
        return customers.recipients(List.of(id)).get(id);
    }

    private List<String> rows(String query) {
        return sql.run(query, statement -> Sql.rows(statement, row -> row.getString(1)));
    }

    private static List<Long> counts(ImportReport report) {
        var counts = report.counts();
        return List.of(counts.created(), counts.updated(), counts.unchanged(), counts.failed());
    }

    @Test
    void the_same_file_again_changes_nothing() throws IOException {
        define(LETTERS);
        var file = "id,name,street,email,phone\n1,Ida Muster,Am Hang 1,ida@example.org,\n2,Max Muster,,,abc\n";

        assertThat(counts(take(file, Format.CSV))).containsExactly(2L, 0L, 0L, 0L);
        var before = rows("select record::text from source_record as record where source = '" + source + "'");
        var again = take(file, Format.CSV);

        assertThat(counts(again)).containsExactly(0L, 0L, 2L, 0L);
        assertThat(again.counts().dropped()).isOne();
        assertThat(rows("select record::text from source_record as record where source = '" + source + "'"))
                .isEqualTo(before);
        assertThat(recipient("1").version()).isOne();
    }

    @Test
    void a_changed_record_moves_its_customer_on() throws IOException {
        define(LETTERS);
        take(
                "id,name,street,email,phone\n1,Edda Wandel,Zum Wandel 7,edda.wandel@example.org,0171 3920077\n",
                Format.CSV);
        var before = recipient("1");

        var report = take("id,name,street,email,phone\n1,Edda Beispiel,Zum Wandel 7,,0171 3920077\n", Format.CSV);

        var after = recipient("1");
        assertThat(counts(report)).containsExactly(0L, 1L, 0L, 0L);
        assertThat(after.ucid()).isEqualTo(before.ucid());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.name().family()).isEqualTo("Beispiel");
        assertThat(after.email()).isNull();
        assertThat(after.mobile()).isEqualTo("+491713920077");
        assertThat(after.address()).isEqualTo(before.address()).isNotNull();
    }

    @Test
    void what_came_back_stays_invalid_until_the_source_names_something_else() throws IOException {
        define(LETTERS);
        records.put(source, "1", "{\"name\": \"Ida Muster\", \"email\": \"ida@example.org\"}");
        sql.run("update contact_point set valid = false where value = 'ida@example.org'", PreparedStatement::execute);

        records.put(source, "1", "{\"name\": \"Ida Beispiel\", \"email\": \"ida@example.org\"}");
        assertThat(recipient("1").email()).isNull();

        records.put(source, "1", "{\"name\": \"Ida Beispiel\", \"email\": \"ida2@example.org\"}");
        assertThat(recipient("1").email()).isEqualTo("ida2@example.org");
    }

    @Test
    void by_a_new_mapping_the_same_file_is_read_anew() throws IOException {
        define(LETTERS);
        var file = "id,name,street,email,phone\n1,Ottilie Neuland,Zum Neuland 9,,\n";
        take(file, Format.CSV);

        define(LETTERS.replace("Musterstadt", "Neustadt"));

        assertThat(counts(take(file, Format.CSV))).containsExactly(0L, 1L, 0L, 0L);
        assertThat(recipient("1").address().city()).isEqualTo("Neustadt");
    }

    @Test
    void of_a_record_that_stands_twice_in_a_file_the_last_counts() throws IOException {
        define(LETTERS);

        var report = take("""
                {"id": "1", "name": "Ida Muster"}
                {"id": "2", "name": "Max Muster"}
                {"id": "1", "name": "Ida Beispiel"}
                """, Format.NDJSON);

        assertThat(counts(report)).containsExactly(2L, 1L, 0L, 0L);
        assertThat(recipient("1").name().family()).isEqualTo("Beispiel");
    }

    @Test
    void a_bad_line_is_reported_and_all_others_are_taken() throws IOException {
        define(LETTERS);

        var report = take("""
                {"id": "1", "name": "Ida Muster", "weight": 1e200000}
                {"id": " ", "name": "Max Muster"}
                {"id": "3", "email": "nobody"}
                {"id": "%s"}
                oops
                """.formatted("4".repeat(201)), Format.NDJSON);

        assertThat(counts(report)).containsExactly(1L, 0L, 0L, 4L);
        assertThat(report.errors())
                .extracting(fault -> fault.line() + " " + fault.code() + " " + fault.column())
                .containsExactly("1 refused ", "2 missing-id id", "4 id-too-long id", "5 bad-json ");
        assertThat(report.warnings())
                .extracting(fault -> fault.line() + " " + fault.code() + " " + fault.column())
                .containsExactly("3 bad-email email");
        assertThat(report.counts().read()).isEqualTo(5);
    }

    @Test
    void a_thousand_faults_are_listed_and_all_are_counted() throws IOException {
        define(LETTERS);
        var file = "id,name,street,email,phone\n" + ",,,,\n".repeat(1_500);

        var report = take(file, Format.CSV);

        assertThat(report.counts().failed()).isEqualTo(1_500);
        assertThat(report.errors()).hasSize(1_000);
    }

    @Test
    void a_record_that_was_removed_takes_its_customer_from_sight_and_comes_back_as_another() throws IOException {
        define(LETTERS);
        records.put(source, "1", "{\"name\": \"Ida Muster\"}");
        var id = customers.findId(source, "1").orElseThrow();
        var ucid = recipient("1").ucid();

        records.remove(source, "1");

        assertThat(customers.findId(source, "1")).isEmpty();
        assertThat(customers.findId(ucid)).isEmpty();
        assertThat(customers.recipients(List.of(id))).isEmpty();
        records.put(source, "1", "{\"name\": \"Ida Muster\"}");
        assertThat(recipient("1").ucid()).isNotEqualTo(ucid);
    }

    private static ConsentQuestion advertising(Channel channel) {
        return new ConsentQuestion(channel, MessageClass.MARKETING, Purpose.PROMOTE, null);
    }

    @Test
    void what_a_record_says_about_advertising_counts_at_once() throws IOException {
        define(ADVERTISING);
        records.put(source, "1", "{\"name\": \"Ida\", \"optin\": \"yes\"}");
        var id = customers.findId(source, "1").orElseThrow();

        assertThat(consents.decide(id, advertising(Channel.EMAIL)))
                .isInstanceOf(ConsentDecision.Allowed.class)
                .extracting(Object::toString)
                .asString()
                .contains("confirmed at", source + "/1");
        assertThat(consents.decide(id, advertising(Channel.SMS)))
                .isEqualTo(new ConsentDecision.Refused(Reason.CONSENT_MISSING));

        records.put(source, "1", "{\"name\": \"Ida\", \"optin\": \"no\"}");

        assertThat(consents.decide(id, advertising(Channel.EMAIL)))
                .isEqualTo(new ConsentDecision.Refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void a_record_whose_declaration_is_not_taken_is_not_taken_either() throws IOException {
        var refused = "refused-" + source;
        sources.put(refused, new ObjectMapper().readTree(ADVERTISING));

        assertThatThrownBy(() -> records.put(refused, "1", "{\"name\": \"Ida\", \"optin\": \"yes\"}"))
                .hasMessageContaining("refused");

        assertThat(customers.findId(refused, "1")).isEmpty();
        assertThat(rows("select id from source_record where source = '" + refused + "'"))
                .isEmpty();
    }

    /** Stands for a consent feature that cannot take what it hears. */
    @ApplicationScoped
    static class Refusal {

        void on(@Observes ConsentDeclared.Batch batch) {
            if (batch.declarations().get(0).evidence().source().startsWith("refused-")) {
                throw new IllegalStateException("refused");
            }
        }
    }

    @Test
    void two_imports_of_one_file_at_once_take_every_record_once() throws IOException {
        define(LETTERS);
        var forward = IntStream.range(0, 3_000)
                .mapToObj(i -> "{\"id\": \"%d\", \"name\": \"Nr. %d\"}".formatted(i, i))
                .collect(Collectors.joining("\n"));
        var lines = forward.lines().collect(Collectors.toList());
        Collections.reverse(lines);
        var backward = String.join("\n", lines);

        var one = CompletableFuture.supplyAsync(() -> counts(take(forward, Format.NDJSON)));
        var other = CompletableFuture.supplyAsync(() -> counts(take(backward, Format.NDJSON)));

        assertThat(one.join().get(0) + other.join().get(0)).isEqualTo(3_000);
        assertThat(rows("select count(*) from link join source_record on id = record_id where source = '" + source
                        + "'"))
                .containsExactly("3000");
    }

    private static final String DATED = """
            {"title": "Test", "trust": 50, "mapping": {"id": "id", "modified": {"column": "at"},
             "fields": [{"kind": "full-name", "column": "name"},
                        {"kind": "deleted", "column": "state", "values": {"gone": "true"}}]}}
            """;

    private Outcome put(String name, String at) {
        return records.put(source, "1", "{\"name\": \"%s\", \"at\": \"%s\"}".formatted(name, at))
                .outcome();
    }

    @Test
    void what_is_older_than_what_the_source_said_before_changes_nothing() throws IOException {
        define(DATED);

        assertThat(put("Ida Muster", "2026-03-01")).isEqualTo(Outcome.CREATED);
        assertThat(put("Ida Vorher", "2026-02-01")).isEqualTo(Outcome.OUTDATED);
        assertThat(recipient("1").name().family()).isEqualTo("Muster");

        assertThat(put("Ida Gleich", "2026-03-01")).isEqualTo(Outcome.UPDATED);
        assertThat(put("Ida Danach", "2026-04-01")).isEqualTo(Outcome.UPDATED);
        assertThat(put("Ida Undatiert", "")).isEqualTo(Outcome.UPDATED);
        assertThat(recipient("1").name().family()).isEqualTo("Undatiert");
    }

    @Test
    void everything_that_a_source_said_is_kept_until_it_forgets_the_record() throws IOException {
        define(DATED);
        put("Ida Eins", "2026-01-01");
        put("Ida Zwei", "2026-02-01");
        put("Ida Null", "2025-01-01");
        put("Ida Drei", "2026-03-01");

        assertThat(records.versions(source, "1", null, 10))
                .extracting(version -> version.version() + " "
                        + RawRecord.parse(version.raw()).orElseThrow().text("name"))
                .containsExactly("3 Ida Drei", "2 Ida Zwei", "1 Ida Eins");
        assertThat(records.versions(source, "1", 3, 1))
                .extracting(RecordVersion::version)
                .containsExactly(2);

        var id = rows("select id from source_record where source = '" + source + "'")
                .get(0);
        records.remove(source, "1");

        assertThat(rows("select version from source_record_version where record_id = '" + id + "'"))
                .isEmpty();
    }

    @Test
    void a_deletion_in_a_file_forgets_the_record_unless_it_came_back_since() throws IOException {
        define(DATED);
        take("id,name,at,state\n1,Ida,2026-03-01,\n2,Max,2026-03-01,\n3,Eva,2026-03-01,\n", Format.CSV);

        var csv = take("id,name,at,state\n1,,2026-02-01,gone\n2,,2026-04-01,gone\n7,,,gone\n", Format.CSV);
        var json = take("{\"id\": \"3\", \"_deleted\": true}", Format.NDJSON);

        assertThat(csv.counts()).isEqualTo(new Counts(0, 0, 1, 1, 1, 0, 0));
        assertThat(json.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1, 0, 0));
        assertThat(rows("select external_id from source_record where source = '" + source + "'"))
                .containsExactly("1");
    }

    @Test
    void a_renamed_record_keeps_customer_and_history() throws IOException {
        define(DATED);
        put("Ida Eins", "2026-01-01");
        put("Ida Zwei", "2026-02-01");
        var before = recipient("1");

        records.rename(source, "1", "K-1");

        assertThat(recipient("K-1").ucid()).isEqualTo(before.ucid());
        assertThat(recipient("K-1").version()).isEqualTo(before.version());
        assertThat(records.versions(source, "K-1", null, 10)).hasSize(2);
        assertThat(customers.findId(source, "1")).isEmpty();
        assertThat(records.put(source, "K-1", "{\"name\": \"Ida Drei\", \"at\": \"2026-03-01\"}")
                        .outcome())
                .isEqualTo(Outcome.UPDATED);
    }

    @Test
    void a_record_that_comes_under_a_new_id_is_a_new_record() throws IOException {
        define(DATED);
        put("Ida Eins", "2026-01-01");
        records.put(source, "2", "{\"name\": \"Ida Eins\", \"at\": \"2026-01-01\"}");

        assertThat(rows("select external_id from source_record where source = '" + source + "' order by 1"))
                .containsExactly("1", "2");
        assertThatThrownBy(() -> records.rename(source, "1", "2"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("another record");
        assertThatThrownBy(() -> records.rename(source, "3", "4"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no record");
    }

    @Test
    void a_record_is_shown_as_it_was_written_and_as_it_is_read() throws IOException {
        define(LETTERS);
        records.put(source, "1", "{\"name\": \"M\u00c3\u00bcller, Ida\", \"email\": \"nobody\"}");

        var view = records.get(source, "1");

        assertThat(view.values().name().family()).isEqualTo("Müller");
        assertThat(view.warnings()).extracting(Note::code).containsExactly("bad-email");
        assertThat(view.current().raw()).contains("nobody");
        assertThat(view.ucid()).isEqualTo(recipient("1").ucid());
    }

    @Test
    void a_single_record_that_the_database_cannot_keep_is_refused() throws IOException {
        define(LETTERS);

        assertThatThrownBy(() -> records.put(source, "1", "{\"name\": \"Ida\", \"weight\": 1e200000}"))
                .isInstanceOf(SourceException.class);
    }
}
