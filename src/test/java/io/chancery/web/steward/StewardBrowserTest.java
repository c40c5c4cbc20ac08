package io.chancery.web.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.registry.People;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A steward's day: decide by keys, merge and split with a preview, take it back, look after the sources. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StewardBrowserTest {

    @Inject
    Caller caller;

    private final String a = "a" + UUID.randomUUID();
    private final String b = "b" + UUID.randomUUID();

    private void put(String source, String id, String json) {
        caller.as("admin")
                .body(json)
                .put("/api/v1/sources/" + source + "/records/" + id)
                .then()
                .statusCode(200);
    }

    private void uncertainPairs() {
        var people = new People(UUID.randomUUID().getMostSignificantBits(), 6);
        for (var source : new String[] {a, b}) {
            caller.as("admin").body(People.DEFINITION).put("/api/v1/sources/" + source);
        }
        for (int i = 0; i < 3; i++) {
            var mine = people.first().get(i);
            var theirs = people.second().get(i);
            var other = people.second().get(i + 3);
            put(a, mine.id(), mine.json());
            put(b, theirs.id(), theirs.json());
            put(b, theirs.id(), other.json().replace("\"" + other.id() + "\"", "\"" + theirs.id() + "\""));
        }
    }

    @Test
    void a_steward_decides_by_keys_and_takes_it_back() {
        uncertainPairs();
        var browser = Browser.open().signedIn(caller.key("steward"));

        browser.go("/match-candidates").see("h1", "Dubletten").see(".pair:not([hidden])", "Kunde");
        browser.isContent().screenshots("match-candidates");
        var first = browser.all(".pair:not([hidden])").get(0).getDomAttribute("id");
        browser.press("j");
        assertThat(browser.all(".pair:not([hidden])").get(0).getDomAttribute("id"))
                .isNotEqualTo(first);
        browser.press("k").press("d").see("#deck-said", "verschiedene Kunden").gone("#" + first);
        browser.click("#deck-said [data-undo]").see("#deck", "Name");

        browser.go("/link-operations")
                .see("tbody", "Zurückgenommen")
                .isContent()
                .screenshots("link-operations");
        caller.as("agent").get("/match-candidates").then().statusCode(403);
    }

    @Test
    void a_steward_merges_and_splits_after_a_preview_and_corrects() {
        caller.haveCustomer("MA1", Map.of("first_name", "Ottokar", "last_name", "Zwetschge", "street", "Ring 1"));
        caller.haveCustomer("MA2", Map.of("first_name", "Philippa", "last_name", "Mirabelle", "street", "Gasse 9"));
        var one = caller.ucid("MA1");
        var other = caller.ucid("MA2");
        var browser = Browser.open().signedIn(caller.key("steward"));

        browser.go("/customers/" + one + "/merge").type("#other", "mirabelle").click("main form button");
        browser.click(".found a")
                .see("[aria-labelledby='before']", "Zwetschge")
                .see("[aria-labelledby='after']", "MA2");
        browser.isContent().screenshots("merge");
        browser.type("#reason", "Hat geheiratet").click("form[method='post'][action$='/merge'] button");
        browser.see("tbody tr.fresh", "Zusammengeführt", "Hat geheiratet");
        browser.go("/customers/" + other).see(".notice", "zusammengeführt");

        browser.go("/customers/" + one + "/split").click("[value='crm/MA2']").click("main form button");
        browser.see("[aria-labelledby='after']", "Mirabelle").isContent().screenshots("split");
        browser.go("/link-operations").click("tbody form button");
        browser.driver().switchTo().alert().accept();
        browser.see(".notice", "Erledigt");
        assertThat(caller.ucid("MA2")).isEqualTo(other);

        browser.go("/customers/" + one + "/values").type("#value", "Frau").click("main form button");
        browser.see(".notice", "berichtigt").go("/customers/" + one + "/values").see(".plain", "Anrede");
        browser.isContent();
    }

    @Test
    void a_steward_looks_after_the_sources(@TempDir Path folder) throws IOException {
        uncertainPairs();
        var file = folder.resolve("neu<b>.ndjson");
        Files.writeString(file, """
                {"id": "N1", "given": "Ida", "family": "<script>alert(1)</script>", "email": "ida@example.org"}
                {"id": "N2", "given": "Jonas", "family": "Apfel", "born": "gestern"}
                not json
                """);
        var browser = Browser.open().signedIn(caller.key("steward"));

        browser.go("/sources").see(".board", a).isContent().screenshots("sources");
        browser.go("/sources/" + a).see("h1", "Test").isContent();
        browser.driver().findElement(By.id("file")).sendKeys(file.toString());
        browser.click("[data-upload] button").see(".faults", "3");
        browser.see("[aria-labelledby='errors']", "Zeile").isContent().screenshots("import");
        browser.go("/sources/" + a).screenshots("source");
        browser.go("/sources/" + a + "/records/N1")
                .see(".version", "alert(1)")
                .isContent()
                .screenshots("record");
        assertThat(browser.all("main script")).isEmpty();
        caller.as("author").get("/sources").then().statusCode(403);
    }
}
