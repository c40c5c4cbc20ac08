package io.chancery.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.document.TestDocuments;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.archive.record.DeliveryTable;
import io.chancery.archive.record.EventTable;
import io.chancery.archive.search.TestWords;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.keys.MasterKey;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes texts that were sent long ago into an archive: by the code of the application all that it would have written, but
 * as many at once as one transaction takes.
 */
public final class FilledArchive {

    private static final Channel CHANNEL = Channel.SMS;

    private final TestDatabase database;
    private final Sql sql;
    private final IdGenerator ids;
    private final Archive archive;
    private final String template;

    /**
     * @param master of the installation
     * @param clock when it all happens
     * @param templateVersion of the texts, which others have been sent of before
     */
    public FilledArchive(TestDatabase database, MasterKey master, Clock clock, UUID templateVersion) {
        this.database = database;
        sql = database.sql();
        ids = TestDatabase.ids(clock);
        var keys = TestCustomerKeys.on(sql, master, clock);
        archive = new Archive(
                new DeliveryTable(sql),
                new EventTable(sql, new ObjectMapper(), ids, clock),
                TestDocuments.on(sql, keys, clock),
                keys,
                List.of());
        template = templateVersion.toString();
    }

    /**
     * A text.
     *
     * @param number of the telephone
     */
    public record Text(UUID customerId, String ucid, String number, String reference, String words) {}

    /** Texts that were sent one after the other, in one transaction. */
    public void write(List<Text> texts) {
        database.run(() -> {
            var opened = new ArrayList<NewDelivery>();
            var documents = new ArrayList<NewDocument>();
            for (var text : texts) {
                var delivery = new NewDelivery(ids.next(), text.customerId(), ids.next(), null, CHANNEL, Map.of());
                opened.add(delivery);
                documents.add(document(delivery, text));
            }
            insertMessages(opened, texts);
            archive.open(opened);
            var events = new ArrayList<>(archive.keep(documents, Map.of()));
            opened.forEach(delivery -> events.add(new NewEvent(
                    delivery.id(),
                    EventKind.SENT,
                    1,
                    null,
                    Map.of("reference", delivery.id().toString()))));
            archive.record(events);
            insertReferences(opened);
            TestWords.insert(sql, documents);
        });
    }

    private NewDocument document(NewDelivery delivery, Text text) {
        return new NewDocument(
                delivery.id(),
                delivery.customerId(),
                NewDocument.Part.SENT,
                new Rendition.Text(
                        text.words().getBytes(StandardCharsets.UTF_8),
                        Map.of("from", "Lindenwerk", "to", text.number(), "encoding", "GSM_7BIT", "segments", "1")),
                Map.of("reference", text.reference(), "data", Map.of("invoice", text.reference(), "amount", "12.50")),
                template + " sms de");
    }

    private void insertMessages(List<NewDelivery> opened, List<Text> texts) {
        sql.run("""
                with made as (
                    insert into message (id, client_id, customer_id, ucid, template_version_id, template, class, reference,
                        language, channels, data, metadata, send_at, created_at, test)
                    select made.id, old.client_id, made.customer_id, made.ucid, old.template_version_id, old.template, old.class,
                        made.reference, old.language, old.channels, '{}', '{}', made.at, made.at, false
                    from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as given (id, customer_id, ucid, reference)
                        cross join lateral (select given.*, to_timestamp(('x' || left(replace(given.id::text, '-', ''), 12))
                            ::bit(48)::bigint / 1000.0) as at) as made
                        cross join (select * from message where template_version_id = ?::uuid limit 1) as old
                    returning id)
                insert into message_outcome (message_id, outcome) select id, 'delivered' from made
                """, statement -> {
            Sql.setUuids(statement, 1, opened.stream().map(NewDelivery::messageId));
            Sql.setUuids(statement, 2, texts.stream().map(Text::customerId));
            Sql.setTexts(statement, 3, texts.stream().map(Text::ucid));
            Sql.setTexts(statement, 4, texts.stream().map(Text::reference));
            statement.setString(5, template);
            return statement.executeUpdate();
        });
    }

    private void insertReferences(List<NewDelivery> opened) {
        sql.run("""
                insert into attempt_reference (delivery_id, number, part, reference)
                select id, 1, 1, id::text from unnest(?::uuid[]) as sent (id)
                """, statement -> {
            Sql.setUuids(statement, 1, opened.stream().map(NewDelivery::id));
            return statement.executeUpdate();
        });
    }
}
