package io.chancery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chancery.archive.Archive;
import io.chancery.archive.NewDocument;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Superuser;
import io.chancery.platform.work.Priority;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Rendition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The dispatcher as it runs: woken by a signal, on leased shards, in the server's transactions. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class DispatcherTest {

    @Inject
    Dispatcher dispatcher;

    @Inject
    Archive archive;

    @Inject
    IdGenerator ids;

    @ConfigProperty(name = "chancery.data.directory")
    Path data;

    @Test
    void a_letter_that_is_enqueued_lies_in_the_print_folder_soon_after() throws IOException, SQLException {
        var id = ids.next();
        var letter = new Rendition.Document("%PDF".getBytes(StandardCharsets.UTF_8), Map.of("pages", "1"));

        open(id);
        QuarkusTransaction.requiringNew().run(() -> {
            var rendered = archive.keep(List.of(NewDocument.sent(id, id, letter)), Map.of());
            dispatcher.enqueue(
                    List.of(new QueuedDelivery(id, Channel.PRINT, 17, Priority.SINGLE, true, null)), rendered);
        });

        await().atMost(Duration.ofSeconds(5))
                .until(() -> archive.findDeliveries(List.of(id)).get(0).status() == DeliveryStatus.SENT);
        try (var files = Files.walk(data.resolve("print"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains(id + ".pdf", id + ".json");
        }
    }

    @Test
    void a_channel_without_an_adapter_is_refused() {
        var delivery = new QueuedDelivery(ids.next(), new Channel("pigeon"), 0, Priority.SINGLE, true, null);

        assertThat(dispatcher.channels()).contains(Channel.PRINT);
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew().run(() -> dispatcher.enqueue(List.of(delivery), List.of())))
                .hasMessageContaining("pigeon");
    }

    @Test
    void what_a_channel_adds_is_added_and_nothing_where_it_adds_nothing() {
        var letter = new Rendition.Document("%PDF".getBytes(StandardCharsets.UTF_8), Map.of());
        var mail = new Rendition.Mail(
                "From: service@lindenwerk.example\r\n\r\na\r\n".getBytes(StandardCharsets.UTF_8), Map.of("to", "a"));

        assertThat(dispatcher.sealed(Channel.PRINT, letter)).isSameAs(letter);
        assertThat(new String(dispatcher.sealed(Channel.EMAIL, mail).content(), StandardCharsets.UTF_8))
                .startsWith("DKIM-Signature: ")
                .endsWith("\r\nFrom: service@lindenwerk.example\r\n\r\na\r\n");
        assertThatThrownBy(() -> dispatcher.sealed(new Channel("pigeon"), letter))
                .hasMessageContaining("pigeon");
    }

    /** A delivery of a message of nobody: that is none of the dispatcher's business. */
    private static void open(UUID id) throws SQLException {
        var message = """
                insert into message (id, client_id, customer_id, ucid, template_version_id, template, class, language,
                    data, send_at, created_at)
                values (?, gen_random_uuid(), gen_random_uuid(), '', gen_random_uuid(), '', 'transactional', 'de', '{}',
                    now(), now())
                """;
        Superuser.force(message, id);
        var delivery =
                "insert into delivery (id, customer_id, message_id, channel, status) values (?, ?, ?, 'print', 'accepted')";
        Superuser.force(delivery, id, id, id);
    }
}
