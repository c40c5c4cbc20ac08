package io.chancery.archive.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EarlierDocumentsTest {

    private static final String PAGE_ENVELOPE = "{\"language\": \"de\", \"pdf\": \"Rechnung.pdf\"}";

    @Test
    void what_an_earlier_version_archived_is_taken_over_once_and_encrypted() {
        try (var database = TestDatabase.create()) {
            var clock = MutableClock.atNoon();
            var sql = database.sql();
            var documents = TestDocuments.on(sql, TestCustomerKeys.on(sql, clock), clock);
            var earlier = new EarlierDocuments(sql, documents, database, new ObjectMapper());
            var id = UUID.randomUUID();
            archived(database, id);

            earlier.start(new StartupEvent());
            earlier.start(new StartupEvent());

            assertThat(database.get("select count(*) from archive_entry")).containsExactly("3");
            assertThat(database.get("select count(*) from archive_entry where position('Guten'::bytea in content) > 0"))
                    .containsExactly("0");
            var sent = documents.find(List.of(id), Part.SENT).get(id);
            assertThat(sent.rendition().content()).isEqualTo("Guten Tag".getBytes(StandardCharsets.UTF_8));
            assertThat(sent.rendition().envelope()).containsEntry("to", "+4915112345678");
            assertThat(documents
                            .find(List.of(id), Part.PAGE)
                            .get(id)
                            .rendition()
                            .content())
                    .isEqualTo("<p>".getBytes(StandardCharsets.UTF_8));
            assertThat(documents.find(List.of(id), Part.PDF).get(id).rendition().envelope())
                    .containsEntry("fileName", "Rechnung.pdf");
        }
    }

    private static void archived(TestDatabase database, UUID id) {
        database.execute(
                "insert into delivery (id, customer_id, message_id, channel, status) values ('%1$s', '%1$s', '%1$s', 'sms', 'sent')"
                        .formatted(id));
        database.execute("""
                insert into rendition (sha256, media_type, content, size, created_at) values
                    (sha256('t'), 'text/plain;charset=UTF-8', 'Guten Tag', 9, now()),
                    (sha256('p'), 'text/html;charset=UTF-8', '<p>', 3, now()),
                    (sha256('d'), 'application/pdf', '%PDF', 4, now())
                """);
        database.execute("insert into archive_entry_before (delivery_id, sha256, envelope, archived_at)"
                + " values ('%s', sha256('t'), '{\"to\": \"+4915112345678\"}', now())".formatted(id));
        database.execute("""
                insert into screen_document_before
                    (token_sha256, delivery_id, page_sha256, pdf_sha256, envelope, archived_at, expires_at)
                values (sha256('x'), '%s', sha256('p'), sha256('d'), '%s', now(), now() + interval '1 day')
                """.formatted(id, PAGE_ENVELOPE));
    }
}
