package io.chancery.archive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.NewDocument;
import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    private static final String KIND = "welcome email de";
    private static final int LENGTH = 20_000;

    /** What all have in common, and what no compression makes shorter. */
    private static final String LETTERHEAD = new Random(7)
            .ints(LENGTH, '!', '~')
            .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
            .toString();

    private final TestDatabase database = TestDatabase.create();
    private final MutableClock clock = MutableClock.atNoon();

    @AfterEach
    void stop() {
        database.close();
    }

    private DocumentTable documents() {
        return TestDocuments.on(database.sql(), TestCustomerKeys.on(database.sql(), clock), clock);
    }

    @BeforeEach
    void learn() {
        database.run(() -> documents().learn(document(UUID.randomUUID(), "Kim Beispiel", KIND)));
    }

    private static NewDocument document(UUID id, String name, String kind) {
        var content = (LETTERHEAD + "Guten Tag " + name).getBytes(StandardCharsets.UTF_8);
        return new NewDocument(
                id, id, Part.SENT, new Rendition.Mail(content, Map.of("to", name)), Map.of("customer", name), kind);
    }

    private UUID kept(String name, String kind) {
        var id = UUID.randomUUID();
        database.run(() -> documents().insert(List.of(document(id, name, kind))));
        return id;
    }

    private int stored(UUID id) {
        return Integer.parseInt(database.get(
                        "select octet_length(content) + octet_length(context) from archive_entry where delivery_id = '"
                                + id + "'")
                .get(0));
    }

    private String read(UUID id) {
        var found = documents().find(List.of(id), Part.SENT).get(id);
        assertThat(found.rendition().envelope()).containsKey("to");
        return new String(found.rendition().content(), StandardCharsets.UTF_8);
    }

    @Test
    void what_all_have_in_common_is_stored_once() {
        var id = kept("Jörg Müller", KIND);

        assertThat(stored(id)).isLessThan(500);
        assertThat(read(id)).isEqualTo(LETTERHEAD + "Guten Tag Jörg Müller");
        assertThat(documents().describe(id).get(0).content().used()).containsEntry("customer", "Jörg Müller");
    }

    @Test
    void another_kind_is_stored_whole() {
        var id = kept("Jörg Müller", "invoice email de");

        assertThat(documents().knows("invoice email de")).isFalse();
        assertThat(stored(id)).isGreaterThan(LENGTH / 2);
        assertThat(read(id)).isEqualTo(LETTERHEAD + "Guten Tag Jörg Müller");
    }

    @Test
    void the_first_that_was_learned_stays() {
        database.run(() -> documents()
                .learn(new NewDocument(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Part.SENT,
                        new Rendition.Mail(new byte[100], Map.of()),
                        Map.of(),
                        KIND)));

        assertThat(stored(kept("Eva", KIND))).isLessThan(500);
    }

    @Test
    void a_document_whose_dictionary_was_exchanged_cannot_be_read_wrongly() {
        var id = kept("Jörg Müller", KIND);
        var other = kept("nobody", "");
        database.execute("""
                update archive_entry set content = other.content from archive_entry as other
                where archive_entry.customer_id = '%s' and other.delivery_id = '%s'
                """.formatted(Dictionaries.NOBODY, other));

        assertThatThrownBy(() -> read(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
