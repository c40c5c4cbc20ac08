package io.chancery.archive.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.NewDocument;
import io.chancery.archive.document.TestDocuments;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.TestDatabase;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.words.RenditionText;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextJobTest {

    private static final UUID CUSTOMER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final TestDatabase database = TestDatabase.create();
    private final Clock clock = Clock.systemUTC();
    private final IdGenerator ids = TestDatabase.ids(clock);
    private final TextTable table = new TextTable(database.sql());
    private final io.chancery.archive.document.DocumentTable documents =
            TestDocuments.on(database.sql(), TestCustomerKeys.on(database.sql(), clock), clock);
    private final TextJob job =
            new TextJob(table, new Reading(documents, List.of(new Broken())), database, new Settings());

    private record Settings() implements SearchConfig {
        @Override
        public Duration share() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int batchSize() {
            return 2;
        }
    }

    private record Broken() implements RenditionText {
        @Override
        public String mediaType() {
            return Rendition.Page.MEDIA_TYPE;
        }

        @Override
        public String read(Rendition rendition) {
            throw new IllegalStateException();
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private UUID given(UUID customer, String text) {
        var id = ids.next();
        database.execute(
                "insert into delivery (id, customer_id, message_id, channel, status) values ('%s', '%s', '%s', 'sms', 'sent')"
                        .formatted(id, customer, id));
        var rendition = new Rendition.Text(text.getBytes(StandardCharsets.UTF_8), Map.of("to", "+49 170 " + "1234567"));
        database.run(() -> documents.insert(List.of(NewDocument.sent(id, customer, rendition))));
        return id;
    }

    private List<String> saying(String words) {
        return database.get(
                "select delivery_id from archive_text where words @@ $q$%s$q$::tsquery order by 1".formatted(words));
    }

    @Test
    void all_that_was_archived_is_found_by_its_words() {
        var first = given(CUSTOMER, "Ihre Rechnung, Frau Müller");
        var second = given(OTHER, "Ihr Vertrag");
        var third = given(CUSTOMER, "Mueller");

        job.run();

        assertThat(saying("'muller'")).containsExactly(first.toString(), third.toString());
        assertThat(saying("'ihre' <-> 'rechnung'")).containsExactly(first.toString());
        assertThat(saying("'vertr':*")).containsExactly(second.toString());
        assertThat(
                        database.get(
                                "select distinct recipient, month = date_trunc('month', now() at time zone 'UTC')::date from archive_text"))
                .containsExactly("+491701234567 t");
    }

    @Test
    void it_goes_on_where_it_stopped_and_can_begin_again() {
        given(CUSTOMER, "eins");
        job.run();
        given(CUSTOMER, "zwei");
        job.run();
        assertThat(database.get("select count(*) from archive_text")).containsExactly("2");

        database.run(table::restart);
        assertThat(saying("'eins'")).isEmpty();
        job.run();

        assertThat(saying("'eins' | 'zwei'")).hasSize(2);
    }

    @Test
    void what_an_open_transaction_has_written_waits_and_is_not_passed_over() {
        var later = new CompletableFuture<Void>();
        var written = new CompletableFuture<Void>();
        var open = CompletableFuture.runAsync(() -> database.run(() -> {
            database.sql().run("select pg_current_xact_id()", statement -> statement.execute());
            written.complete(null);
            later.join();
        }));
        written.join();
        given(CUSTOMER, "eins");

        job.run();
        assertThat(saying("'eins'")).isEmpty();
        later.complete(null);
        open.join();
        job.run();

        assertThat(saying("'eins'")).hasSize(1);
    }

    @Test
    void who_was_erased_is_found_by_nothing_though_the_job_still_remembers_the_key() {
        given(CUSTOMER, "eins");
        var other = given(OTHER, "eins");
        job.run();

        database.run(() -> {
            database.sql()
                    .run(
                            "update customer_key set wrapped = null where customer_id = '" + CUSTOMER + "'",
                            statement -> statement.execute());
            table.delete(Set.of(CUSTOMER));
        });
        given(CUSTOMER, "eins");
        job.run();

        assertThat(saying("'eins'")).containsExactly(other.toString());
        database.run(table::restart);
        job.run();
        assertThat(saying("'eins'")).containsExactly(other.toString());
    }

    @Test
    void what_nobody_can_read_stops_nothing() {
        var id = ids.next();
        database.execute(
                "insert into delivery (id, customer_id, message_id, channel, status) values ('%s', '%s', '%s', 'sms', 'sent')"
                        .formatted(id, CUSTOMER, id));
        var page = new Rendition.Page(new byte[] {1}, Map.of());
        database.run(() -> documents.insert(List.of(NewDocument.sent(id, CUSTOMER, page))));
        var next = given(CUSTOMER, "zwei");

        job.run();

        assertThat(saying("'zwei'")).containsExactly(next.toString());
        assertThat(database.get("select count(*) from archive_text")).containsExactly("2");
    }
}
