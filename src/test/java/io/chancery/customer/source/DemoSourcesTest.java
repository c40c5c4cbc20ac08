package io.chancery.customer.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.MappedRecord.Identity;
import io.chancery.customer.mapping.MappedRecord.Place;
import io.chancery.customer.mapping.MappedRecord.Reach;
import io.chancery.customer.mapping.MappedRecord.Statement;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.customer.stream.SourceStream;
import io.chancery.platform.stream.RecordStream;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.PersonName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The five mappings that ship with the demo, each against lines in the layout of its source. */
class DemoSourcesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);

    private final List<Note> notes = new ArrayList<>();

    private List<MappedRecord> mapped(String source) throws IOException {
        try (var definition = getClass().getResourceAsStream("/demo/sources/" + source + ".json");
                var content = getClass().getResourceAsStream("/customers/" + source + ".csv")) {
            var mapping = SourceDefinition.read(new ObjectMapper().readTree(definition))
                    .mapping();
            var mapper = new RecordMapper(mapping, CLOCK);
            var stream = SourceStream.open(content, mapping, mapping.format(), StandardCharsets.UTF_8);
            var records = new ArrayList<MappedRecord>();
            for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
                records.add(mapper.map(((RecordStream.Entry.Read) entry.get()).raw(), notes));
            }
            return records;
        }
    }

    @Test
    void crm() throws IOException {
        assertThat(mapped("crm"))
                .containsExactly(
                        new MappedRecord(
                                new PersonName("Frau", "", "Sabine", "SCHMITZ"),
                                Identity.bornOn(null),
                                "de",
                                Channel.PRINT,
                                new Place("Schulstr. 161", "99423", "Weimar", "DE"),
                                new Reach("s.schmitz@example.org", "+491713920001", "+493023125000"),
                                Instant.parse("2023-10-30T17:23:00Z"),
                                List.of()),
                        new MappedRecord(
                                new PersonName("Herr", "Dr.", "stefan", "Brinkmann"),
                                Identity.bornOn(LocalDate.of(1986, 7, 25)),
                                "de",
                                Channel.EMAIL,
                                new Place("Feldweg 37", "91054", "Erlangen", "DE"),
                                new Reach("stefan_brinkmann@example.org", "+491713920002", null),
                                Instant.parse("2022-05-03T21:10:00Z"),
                                List.of()),
                        new MappedRecord(
                                new PersonName("", "Mag.", "Florian", "Kälin"),
                                Identity.bornOn(null),
                                "fr",
                                Channel.SMS,
                                new Place("Rosa-Luxemburg-Straße 47b", "1220", "Wien", "AT"),
                                new Reach(null, "+436641234567", null),
                                Instant.parse("2024-07-19T11:47:00Z"),
                                List.of()));
        assertThat(notes).isEmpty();
    }

    @Test
    void billing() throws IOException {
        var records = mapped("billing");

        assertThat(records)
                .extracting(MappedRecord::name)
                .containsExactly(
                        new PersonName("", "", "Ralf", "Hofer"),
                        new PersonName("", "", "Leon", "Großmann"),
                        new PersonName("", "", "Astrid", "Theiß"),
                        new PersonName("", "", "Sabine", "Yılmaz"));
        assertThat(records)
                .extracting(MappedRecord::place)
                .containsExactly(
                        new Place("Schlossplatz 105", "85049", "Ingolstadt", "DE"),
                        new Place("Sonnenweg 13", "47798", "Krefeld", "DE"),
                        new Place("Mühlenweg 44", "8001", "Zürich", "CH"),
                        new Place("Ringstraße", "91054", "Köln", "AT"));
        assertThat(records)
                .extracting(MappedRecord::reach)
                .containsExactly(
                        new Reach(null, "+491713920003", null),
                        new Reach(null, null, "+493023125001"),
                        new Reach("astrid_theiss@example.org", "+41791234567", null),
                        new Reach(null, null, null));
        assertThat(records.get(0).birthDate()).isEqualTo("1983-09-26");
        assertThat(records.get(0).modified()).isEqualTo("2024-12-03T04:27:00Z");
        assertThat(notes).extracting(Note::code).containsExactly("bad-birth-date", "bad-email", "bad-phone");
        assertThat(notes).extracting(Note::column).containsExactly("GEBDAT", "EMAIL", "TEL");
    }

    @Test
    void marketing() throws IOException {
        var records = mapped("marketing");

        assertThat(records)
                .extracting(MappedRecord::name)
                .containsExactly(
                        new PersonName("", "", "Sascha", "Röhrig"),
                        new PersonName("", "", "Bernd", ""),
                        new PersonName("", "", "Greta", "ALBRECHT"));
        assertThat(records).extracting(MappedRecord::birthDate).containsExactly(null, LocalDate.of(1986, 7, 30), null);
        assertThat(records.get(0).place()).isEqualTo(new Place(null, "13353", null, "DE"));
        assertThat(records)
                .flatExtracting(MappedRecord::statements)
                .containsExactly(
                        new Statement(
                                new Scope(Channel.EMAIL, "marketing"),
                                Status.CONFIRMED,
                                Instant.parse("2019-07-08T17:17:00Z"),
                                List.of("news", "offers"),
                                "opt_in = confirmed, opt_in_at = 2019-07-08T17:17:00Z"),
                        new Statement(
                                new Scope(Channel.EMAIL, "marketing"),
                                Status.UNSUBSCRIBED,
                                Instant.parse("2025-07-02T23:30:00Z"),
                                List.of(),
                                "opt_in = unsubscribed, opt_in_at = 2025-07-02T23:30:00Z"),
                        new Statement(
                                new Scope(Channel.EMAIL, "marketing"),
                                Status.PENDING,
                                Instant.parse("2024-09-09T18:13:00Z"),
                                List.of("offers"),
                                "opt_in = pending, opt_in_at = 2024-09-09T18:13:00Z"));
    }

    @Test
    void service() throws IOException {
        var records = mapped("service");

        assertThat(records)
                .extracting(MappedRecord::name)
                .containsExactly(
                        new PersonName("", "", "Jan", "Voigt"),
                        new PersonName("", "", "Manni", "Fuchs"),
                        new PersonName("", "", "Oskar", "de Boer"));
        assertThat(records)
                .extracting(MappedRecord::place)
                .containsExactly(
                        new Place(null, "12043", "Berlin", "DE"),
                        new Place(null, null, "Tübingen", "DE"),
                        new Place(null, "60311", "Frankfurt/Main", "DE"));
        assertThat(records)
                .extracting(MappedRecord::reach)
                .containsExactly(
                        new Reach("voigt74@example.org", "+491713920004", null),
                        new Reach(null, "+436641234567", null),
                        new Reach(null, null, "+493023125002"));
    }

    @Test
    void webshop() throws IOException {
        var records = mapped("webshop");

        assertThat(records)
                .extracting(MappedRecord::place)
                .containsExactly(
                        new Place("Mühlenweg 65", "4020", "Linz", "AT"),
                        new Place("c/o Büro, BURGGASSE 157", "04109", "Leipzig", "DE"));
        assertThat(records.get(0).reach()).isEqualTo(new Reach("harald_oehler@example.org", "+436641234567", null));
        assertThat(records.get(0).modified()).isEqualTo("2021-10-08T22:00:00Z");
    }
}
