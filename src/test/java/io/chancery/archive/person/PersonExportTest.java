package io.chancery.archive.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person gets everything that is known of them, and nothing of anybody else. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PersonExportTest {

    private static final String WELCOME = """
            {"contract": "V-4711", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}
            """;

    @Inject
    Caller caller;

    private String person(String record, String first, String last, String street, String mobile) {
        caller.haveCustomer(
                record,
                Map.of(
                        "first_name",
                        first,
                        "last_name",
                        last,
                        "email",
                        record + "@example.org",
                        "street",
                        street,
                        "mobile",
                        mobile));
        return caller.ucid(record);
    }

    private String sent(String record, String channel) {
        var id = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "%s"}, "channels": ["%s"],
                 "reference": "%s-%s", "data": %s, "metadata": {"case": "case-of-%s"}}
                """.formatted(record, channel, record, channel, WELCOME, record));
        caller.ended(id);
        return id;
    }

    private Zip export(String ucid) {
        return Zip.of(caller.as("compliance")
                .get("/api/v1/customers/" + ucid + "/gdpr-export")
                .then()
                .statusCode(200)
                .contentType(equalTo("application/zip"))
                .extract()
                .asByteArray());
    }

    @Test
    void everything_of_one_person_is_in_it_and_nothing_of_their_household() {
        var mine = person("export-1", "Auguste", "Auskunftswert", "Auskunftsgasse 9", "+4915123400001");
        person("export-2", "Benedikt", "Auskunftswert", "Auskunftsgasse 9", "+4915123400002");
        caller.as("steward")
                .body("{\"reason\": \"Wants no advertising-4712\", \"source\": \"letter\"}")
                .post("/api/v1/customers/" + mine + "/objection")
                .then()
                .statusCode(201);
        var mail = sent("export-1", "email");
        var letter = sent("export-1", "print");
        var text = sent("export-1", "sms");
        sent("export-2", "email");

        var zip = export(mine);

        assertThat(JsonPath.from(zip.text("data/goldenRecord.json")).getString("[0].familyName"))
                .isEqualTo("Auskunftswert");
        assertThat(JsonPath.from(zip.text("data/sourceRecords.json")).getString("[0].raw.first_name"))
                .isEqualTo("Auguste");
        assertThat(JsonPath.from(zip.text("data/messages.json")).getList("id")).containsExactly(mail, letter, text);
        assertThat(JsonPath.from(zip.text("data/messages.json")).getString("[0].data.contract"))
                .isEqualTo("V-4711");
        assertThat(zip.text("data/declarations.json")).contains("objected", "advertising-4712");
        assertThat(zip.text("data/lineage.json")).contains("familyName", "export-1");
        assertThat(JsonPath.from(zip.text("data/events.json")).getList("kind"))
                .contains("accepted", "rendered", "sent");
        assertThat(zip.text("data/handovers.json")).contains("\"channel\"");
        assertThat(zip.text("portability/sourceValues.csv"))
                .startsWith("\uFEFFsource,record,")
                .contains("Auguste");
        assertThat(zip.files().keySet().stream().filter(name -> name.startsWith("documents/")))
                .anyMatch(name -> name.endsWith(".eml"))
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".txt"));
        assertThat(document(zip, ".eml")).isEqualTo(caller.rendition(mail, "email"));
        assertThat(document(zip, ".pdf")).isEqualTo(caller.rendition(letter, "print"));
        assertThat(document(zip, ".txt")).isEqualTo(caller.rendition(text, "sms"));
        assertThat(zip.text("index.html")).contains("Ihre Daten", "Your data", "documents/", mine);
        assertThat(zip.data()).doesNotContain("Benedikt", "export-2", "+4915123400002");
    }

    private static byte[] document(Zip zip, String ending) {
        return zip.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("documents/"))
                .filter(file -> file.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_an_index_leads_to_is_there() {
        var mine = person("export-3", "Cäcilie", "Index<b>probe", "Indexweg 1", "+4915123400003");
        sent("export-3", "email");

        var zip = export(mine);
        var links = List.of(zip.text("index.html").split("href=\"")).stream()
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .filter(link -> !link.startsWith("#"))
                .toList();

        assertThat(links).isNotEmpty();
        assertThat(zip.files().keySet()).containsAll(links);
    }

    @Test
    void it_is_for_compliance_only() {
        var mine = person("export-4", "Dora", "Rollenprobe", "Rollenweg 1", "+4915123400004");

        for (var role : List.of("agent", "steward", "author", "operator", "admin", "system")) {
            caller.as(role)
                    .get("/api/v1/customers/" + mine + "/gdpr-export")
                    .then()
                    .statusCode(403);
        }
        caller.as("compliance")
                .get("/api/v1/customers/222-222-222/gdpr-export")
                .then()
                .statusCode(404);
    }
}
