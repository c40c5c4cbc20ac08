package io.chancery.customer.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.customer.mapping.MappedRecord.Statement;
import io.chancery.platform.stream.RawRecord;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMapperTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);

    private final List<Note> notes = new ArrayList<>();

    private MappedRecord map(Mapping mapping, String... columnsAndValues) {
        var columns = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            columns.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return new RecordMapper(mapping, CLOCK).map(new RawRecord(columns), notes);
    }

    private static Mapping mapping(FieldMapping... fields) {
        return new Mapping(null, null, null, "id", null, new Mapping.Defaults("DE", "de"), List.of(fields), null);
    }

    private static FieldMapping column(FieldKind kind, String column) {
        return new FieldMapping(kind, column, null, null, null, null, null, null);
    }

    private static Mapping consent(Map<String, Status> values) {
        var consent = new ConsentMapping(
                "optin",
                values,
                new TimestampMapping("at", null, null),
                List.of(Channel.EMAIL, Channel.SMS),
                "promote",
                "topics",
                "|");
        var modified = new TimestampMapping("modified", null, "Europe/Berlin");
        return new Mapping(null, null, null, "id", modified, null, List.of(), List.of(consent));
    }

    @Test
    void the_first_field_of_a_kind_that_has_a_value_counts() {
        var mapping = mapping(column(FieldKind.EMAIL, "first"), column(FieldKind.EMAIL, "second"));

        assertThat(map(mapping, "first", "", "second", "b@example.org").reach().email())
                .isEqualTo("b@example.org");
        assertThat(map(mapping, "first", "a@example.org", "second", "b@example.org")
                        .reach()
                        .email())
                .isEqualTo("a@example.org");
    }

    @Test
    void a_template_with_empty_columns_is_empty() {
        var mapping =
                mapping(new FieldMapping(FieldKind.STREET, null, "Haus {nr}, {street}", null, null, null, null, null));

        assertThat(map(mapping, "nr", "", "street", " ").place().street()).isNull();
        assertThat(map(mapping, "nr", "5", "street", "Am Hang").place().street())
                .isEqualTo("Haus 5, Am Hang");
    }

    @Test
    void the_sources_own_words_are_translated() {
        var mapping = mapping(new FieldMapping(
                FieldKind.PREFERRED_CHANNEL,
                "channel",
                null,
                null,
                null,
                Map.of("Papier", "print", "keine", ""),
                "email",
                null));

        assertThat(map(mapping, "channel", "PAPIER").preferred()).isEqualTo(Channel.PRINT);
        assertThat(map(mapping, "channel", "keine").preferred()).isNull();
        assertThat(map(mapping, "channel", "").preferred()).isEqualTo(Channel.EMAIL);
        assertThat(notes).isEmpty();
    }

    @Test
    void an_unknown_country_is_not_the_default_country() {
        var mapping = mapping(
                column(FieldKind.CITY, "city"), column(FieldKind.COUNTRY, "country"), column(FieldKind.PHONE, "phone"));

        var record = map(mapping, "city", "Atlantis City", "country", "Atlantis", "phone", "0171 3920001");

        assertThat(record.place().country()).isNull();
        assertThat(record.reach().mobile()).isNull();
        assertThat(notes).extracting(Note::code).containsExactly("bad-country", "bad-phone");
    }

    @Test
    void a_location_may_bring_its_country() {
        var mapping = mapping(column(FieldKind.LOCATION, "location"), column(FieldKind.PHONE, "phone"));

        var record = map(mapping, "location", "CH-8001 Zürich", "phone", "079 123 45 67");

        assertThat(record.place()).isEqualTo(new MappedRecord.Place(null, "8001", "Zürich", "CH"));
        assertThat(record.reach().mobile()).isEqualTo("+41791234567");
    }

    @Test
    void a_second_number_of_the_same_kind_is_noted() {
        var mapping = mapping(column(FieldKind.PHONE, "a"), column(FieldKind.PHONE, "b"), column(FieldKind.PHONE, "c"));

        var record = map(mapping, "a", "0171 3920001", "b", "0171 3920002", "c", "0049 171 3920001");

        assertThat(record.reach().mobile()).isEqualTo("+491713920001");
        assertThat(notes)
                .containsExactly(new Note("second-number", "b", "The record has another number of this kind already"));
    }

    @Test
    void a_doubtful_number_gives_way_to_a_good_one() {
        var mapping = mapping(column(FieldKind.PHONE, "a"), column(FieldKind.PHONE, "b"));

        assertThat(map(mapping, "a", "0152 1234567", "b", "030 23125000")
                        .reach()
                        .phone())
                .isEqualTo("+493023125000");
        assertThat(map(mapping, "a", "0152 1234567").reach().phone()).isEqualTo("+491521234567");
        assertThat(notes).extracting(Note::code).containsExactly("doubtful-phone", "doubtful-phone");
    }

    @ParameterizedTest
    @CsvSource({"31.02.1980", "01.01.1900", "01.12.2027", "1980-02-03", "1.2.80"})
    void an_impossible_birth_date_is_dropped(String text) {
        var mapping =
                mapping(new FieldMapping(FieldKind.BIRTH_DATE, "born", null, null, "dd.MM.yyyy", null, null, null));

        assertThat(map(mapping, "born", text).birthDate()).isNull();
        assertThat(notes).extracting(Note::code).containsExactly("bad-birth-date");
    }

    @Test
    void a_value_that_is_too_long_is_dropped_and_never_cut() {
        assertThat(map(mapping(column(FieldKind.CITY, "city")), "city", "x".repeat(81))
                        .place()
                        .city())
                .isNull();
        assertThat(notes).extracting(Note::code).containsExactly("value-too-long");
    }

    @Test
    void a_declaration_is_made_for_each_channel_of_its_mapping() {
        var record = map(
                consent(Map.of("Ja", Status.CONFIRMED)),
                "optin",
                "JA",
                "at",
                "2026-01-02T03:04:05+01:00",
                "topics",
                "a| b |");

        assertThat(record.statements())
                .extracting(Statement::scope, Statement::status, Statement::at, Statement::topics)
                .containsExactly(
                        tuple(
                                new Scope(Channel.EMAIL, "promote"),
                                Status.CONFIRMED,
                                Instant.parse("2026-01-02T02:04:05Z"),
                                List.of("a", "b")),
                        tuple(
                                new Scope(Channel.SMS, "promote"),
                                Status.CONFIRMED,
                                Instant.parse("2026-01-02T02:04:05Z"),
                                List.of("a", "b")));
    }

    @Test
    void an_objection_is_to_all_advertising_and_a_restriction_of_everything() {
        var mapping =
                consent(Map.of("gesperrt", Status.RESTRICTED, "nein", Status.OBJECTED, "verstorben", Status.DECEASED));

        assertThat(map(mapping, "optin", "nein").statements())
                .extracting(Statement::scope)
                .containsExactly(Scope.ADVERTISING);
        assertThat(map(mapping, "optin", "gesperrt").statements())
                .extracting(Statement::scope)
                .containsExactly(Scope.EVERYTHING);
        assertThat(map(mapping, "optin", "verstorben").statements())
                .extracting(Statement::scope)
                .containsExactly(Scope.EVERYTHING);
    }

    @Test
    void an_unknown_word_is_never_more_than_unconfirmed() {
        var record = map(consent(Map.of("ja", Status.CONFIRMED)), "optin", "widerrufen");

        assertThat(record.statements()).extracting(Statement::status).containsOnly(Status.PENDING);
        assertThat(notes).extracting(Note::code).containsExactly("bad-consent");
    }

    @Test
    void a_declaration_without_a_time_of_its_own_has_the_records() {
        var mapping = consent(Map.of("ja", Status.CONFIRMED));

        assertThat(map(mapping, "optin", "ja", "modified", "2026-07-01 12:00").statements())
                .extracting(Statement::at)
                .containsOnly(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(map(mapping, "optin", "ja").statements())
                .extracting(Statement::at)
                .containsOnlyNulls();
    }

    @Test
    void an_empty_column_declares_nothing() {
        assertThat(map(consent(Map.of("ja", Status.CONFIRMED)), "optin", " ").statements())
                .isEmpty();
    }

    @Test
    void nothing_was_changed_in_the_future() {
        var record = map(
                consent(Map.of("ja", Status.CONFIRMED)), "optin", "ja", "at", "2027-01-01", "modified", "2099-01-01");

        assertThat(record.modified()).isNull();
        assertThat(record.statements()).extracting(Statement::at).containsOnlyNulls();
        assertThat(notes).extracting(Note::code).containsExactly("bad-timestamp", "bad-timestamp");
    }

    @Test
    void a_house_number_follows_its_street_once() {
        var mapping = mapping(column(FieldKind.STREET, "street"), column(FieldKind.HOUSE_NUMBER, "nr"));

        assertThat(map(mapping, "street", "Am Hang", "nr", "7 a").place().street())
                .isEqualTo("Am Hang 7 a");
        assertThat(map(mapping, "street", "Am Hang 7", "nr", "7").place().street())
                .isEqualTo("Am Hang 7");
        assertThat(map(mapping, "street", "", "nr", "7").place().street()).isNull();
    }

    @Test
    void a_middle_name_follows_the_given_name() {
        var mapping = mapping(column(FieldKind.GIVEN_NAME, "first"), column(FieldKind.MIDDLE_NAME, "middle"));

        assertThat(map(mapping, "first", "Ida", "middle", "M.").name().given()).isEqualTo("Ida M.");
    }

    @Test
    void an_organisation_is_the_name_of_who_has_no_other() {
        var mapping = mapping(column(FieldKind.ORGANISATION, "firm"), column(FieldKind.FAMILY_NAME, "name"));

        assertThat(map(mapping, "firm", "Falk GmbH", "name", "").name().family())
                .isEqualTo("Falk GmbH");
        assertThat(map(mapping, "firm", "Falk GmbH", "name", "Olm").name().family())
                .isEqualTo("Olm");
        assertThat(map(mapping, "firm", "Falk GmbH", "name", "Olm").identity().organisation())
                .isEqualTo("Falk GmbH");
    }

    @Test
    void all_identifiers_count_and_their_schemes_tell_them_apart() {
        var mapping = mapping(
                new FieldMapping(FieldKind.IDENTIFIER, "id", null, null, null, null, null, "crm"),
                new FieldMapping(FieldKind.IDENTIFIER, "tax", null, null, null, null, null, "tax-id"));

        assertThat(map(mapping, "id", "K 1", "tax", "12").identity().identifiers())
                .containsExactly(
                        new MappedRecord.Identifier("crm", "K 1"), new MappedRecord.Identifier("tax-id", "12"));
    }

    @Test
    void an_identifier_without_a_scheme_is_a_fault_and_a_scheme_without_an_identifier_too() {
        var nameless = mapping(column(FieldKind.IDENTIFIER, "id"));
        var needless = mapping(new FieldMapping(FieldKind.EMAIL, "mail", null, null, null, null, null, "crm"));

        assertThat(MappingCheck.faultsOf(nameless)).hasSize(1);
        assertThat(MappingCheck.faultsOf(needless)).hasSize(1);
    }

    @Test
    void a_birth_year_of_two_digits_lies_in_the_past_and_months_have_names_in_two_languages() {
        var mapping = mapping(
                new FieldMapping(FieldKind.BIRTH_DATE, "born", null, null, "[d-MMM-uu][d.M.uu]", null, null, null));

        assertThat(map(mapping, "born", "1.2.66").birthDate()).isEqualTo("1966-02-01");
        assertThat(map(mapping, "born", "19-Mar-91").birthDate()).isEqualTo("1991-03-19");
        assertThat(map(mapping, "born", "19-Okt.-91").birthDate()).isEqualTo("1991-10-19");
    }
}
