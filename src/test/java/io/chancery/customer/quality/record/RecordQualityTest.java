package io.chancery.customer.quality.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.customer.quality.address.Verdict;
import io.chancery.platform.stream.RawRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordQualityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final String MAPPING = """
            {"id": "id", "modified": {"column": "changed"}, "fields": [
              {"kind": "salutation", "column": "salutation"}, {"kind": "given-name", "column": "given"},
              {"kind": "family-name", "column": "family"}, {"kind": "birth-date", "column": "born"},
              {"kind": "street", "column": "street"}, {"kind": "postcode", "column": "postcode"},
              {"kind": "city", "column": "city"}, {"kind": "country", "column": "country"},
              {"kind": "email", "column": "email"}, {"kind": "phone", "column": "phone"}]}
            """;

    /** A record without fault, but for one column. */
    private static MappedRecord recordWith(String column, String value) {
        var columns = new ObjectMapper().createObjectNode();
        columns.put("id", "1").put("salutation", "Frau").put("given", "Ida").put("family", "Beispiel");
        columns.put("born", "1980-03-07")
                .put("street", "Am Hang 5")
                .put("postcode", "10115")
                .put("city", "Berlin");
        columns.put("country", "DE").put("email", "ida@example.org").put("phone", "+49 171 3920001");
        columns.put("changed", "2026-01-31");
        columns.put(column, value);
        return mapped(columns.toString());
    }

    private static MappedRecord mapped(String columns) {
        var clock = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);
        var raw = RawRecord.parse(columns).orElseThrow();
        return new RecordMapper(mapping(), clock).map(raw, new ArrayList<>());
    }

    private static Mapping mapping() {
        try {
            return new ObjectMapper().readValue(MAPPING, Mapping.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_record_without_fault_has_the_full_score() {
        assertThat(RecordQuality.of(recordWith("id", "1"), TODAY))
                .isEqualTo(new RecordQuality(100, Verdict.VALID, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "family, '', FAMILY_NAME_MISSING",
        "given, '', GIVEN_NAME_MISSING",
        "given, Test, NAME_PLACEHOLDER",
        "family, Mustermann, NAME_DOUBTFUL",
        "family, BEISPIEL, NAME_CASE",
        "salutation, '', SALUTATION_MISSING",
        "salutation, Herr, SALUTATION_CONFLICT",
        "born, '', BIRTH_DATE_MISSING",
        "born, 1905-03-07, BIRTH_DATE_IMPOSSIBLE",
        "born, 1970-01-01, BIRTH_DATE_DOUBTFUL",
        "born, 2020-03-07, BIRTH_DATE_RARE",
        "street, '', STREET_MISSING",
        "street, Am Hang, HOUSE_NUMBER_MISSING",
        "street, Musterstr. 1, ADDRESS_DOUBTFUL",
        "postcode, '', POSTCODE_MISSING",
        "postcode, 1011, POSTCODE_FORMAT",
        "postcode, 10116, POSTCODE_UNKNOWN",
        "postcode, 80331, POSTCODE_CITY_MISMATCH",
        "city, '', CITY_MISSING",
        "city, Berln, CITY_MISSPELLED",
        "country, '', COUNTRY_MISSING",
        "email, '', EMAIL_MISSING",
        "email, ida@gmial.com, EMAIL_MISTYPED",
        "email, ida@trash-mail.com, EMAIL_DISPOSABLE",
        "email, info@example.org, EMAIL_SHARED",
        "email, test7@example.org, EMAIL_DOUBTFUL",
        "phone, '', PHONE_MISSING",
        "phone, +491711234567, PHONE_DOUBTFUL",
        "changed, 2023-11-25, AGED",
        "changed, 2019-01-31, STALE"
    })
    void each_fault_is_found_and_costs_its_share(String column, String value, Finding finding) {
        var quality = RecordQuality.of(recordWith(column, value), TODAY);

        assertThat(quality.findings()).containsExactly(finding);
        assertThat(quality.score()).isEqualTo(100 - finding.cost());
    }

    @Test
    void a_post_office_box_needs_no_house_number() {
        assertThat(RecordQuality.of(recordWith("street", "Postfach 12 34"), TODAY)
                        .findings())
                .isEmpty();
    }

    @Test
    void abroad_an_address_cannot_be_checked() {
        var columns =
                "{\"given\": \"Ida\", \"family\": \"Beispiel\", \"salutation\": \"Frau\", \"born\": \"1980-03-07\","
                        + " \"street\": \"Rue X 5\", \"postcode\": \"75001\", \"city\": \"Paris\", \"country\": \"FR\","
                        + " \"email\": \"ida@example.org\", \"phone\": \"+33612345601\"}";

        assertThat(RecordQuality.of(mapped(columns), TODAY).findings()).containsExactly(Finding.ADDRESS_UNVERIFIABLE);
    }

    @Test
    void swapped_names_are_no_conflict_with_the_salutation() {
        var columns = "{\"given\": \"Braun\", \"family\": \"Kornelia\", \"salutation\": \"Herr\"}";

        assertThat(RecordQuality.of(mapped(columns), TODAY).findings())
                .contains(Finding.NAMES_SWAPPED)
                .doesNotContain(Finding.SALUTATION_CONFLICT);
    }

    @Test
    void an_organisation_has_no_birthday_and_no_given_name() {
        var columns =
                "{\"family\": \"BEISPIEL GmbH\", \"street\": \"Am Hang 5\", \"postcode\": \"10115\", \"city\": \"Berlin\","
                        + " \"country\": \"DE\", \"email\": \"ida@example.org\", \"phone\": \"030 39200017\"}";

        assertThat(RecordQuality.of(mapped(columns), TODAY))
                .isEqualTo(new RecordQuality(100, Verdict.VALID, List.of()));
    }

    @Test
    void an_empty_record_is_of_no_use() {
        var quality = RecordQuality.of(mapped("{}"), TODAY);

        assertThat(quality.findings())
                .containsExactly(
                        Finding.NAME_MISSING,
                        Finding.BIRTH_DATE_MISSING,
                        Finding.ADDRESS_MISSING,
                        Finding.EMAIL_MISSING,
                        Finding.PHONE_MISSING,
                        Finding.UNREACHABLE);
        assertThat(quality.score()).isEqualTo(24);
    }

    @Test
    void a_source_has_an_average_and_shares() {
        var summary = QualitySummary.of(Stream.of(
                RecordQuality.of(recordWith("id", "1"), TODAY), RecordQuality.of(recordWith("email", ""), TODAY)));

        assertThat(summary.records()).isEqualTo(2);
        assertThat(summary.average()).isCloseTo(96, within(.001));
        assertThat(summary.shares()).containsExactly(new QualitySummary.Share(Finding.EMAIL_MISSING, .5));
    }

    @Test
    void a_finding_tells_code_attribute_and_words() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(Finding.CITY_MISSPELLED))
                .isEqualTo("""
                {"code":"city-misspelled","attribute":"city","words":"The city is misspelled"}""");
    }
}
