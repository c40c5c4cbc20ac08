package io.chancery.template.parts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How blocks come to live, and templates follow them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class BlockLifeTest extends PartTest {

    @Test
    void a_block_that_is_published_leaves_every_template_as_it_is() {
        publishBlock(SIGNED_ANEW);

        assertThat(signature(letter)).isEqualTo(SIGNED);
        get(blockUrl)
                .body("version", equalTo(2))
                .body("versions.number", contains(2, 1))
                .body("versions.live", contains(true, false))
                .body("versions[0].initiation", nullValue())
                .body("usedBy.template", contains(letter, notice))
                .body("usedBy.pins", contains(1, 1))
                .body("usedBy.current", everyItem(equalTo(false)));
        get("/api/v1/blocks").body("items.find { it.key == '" + block + "' }.version", equalTo(2));
        get(blockUrl + "/versions/1")
                .body("files.'" + block + ".html'", equalTo(SIGNED))
                .body("steps.by", contains("import"))
                .body("brand", nullValue());
        get(blockUrl + "/diff?from=1&to=live").body("files.diff", contains(containsString("+" + SIGNED_ANEW)));
    }

    @Test
    void a_version_of_a_template_pins_the_blocks_that_are_live_when_it_is_submitted() {
        var url = "/api/v1/templates/" + letter;
        publishBlock(SIGNED_ANEW);
        var files = get(url + "/versions/1").extract().<Map<String, String>>path("files");

        put(url, files).statusCode(200).body("faults", empty());
        submit(url).statusCode(201);

        get(url + "/versions/1").body("blockVersions.'" + block + "'", equalTo(1));
        get(url + "/versions/2")
                .body("blockVersions.'" + block + "'", equalTo(2))
                .body("blocks.'" + block + "'", equalTo(SIGNED_ANEW))
                .body("brand", equalTo(brand));
    }

    @Test
    void templates_that_follow_a_block_are_approved_by_somebody_else() {
        var both = as("author", "approver");
        publishBlock(SIGNED_ANEW);

        step(both, blockUrl, 2, "adopt", Map.of("reason", "new signature"))
                .statusCode(200)
                .body("items.template", contains(letter, notice))
                .body("items.version", contains(2, 2))
                .body("items.submitted", contains(true, true));
        assertThat(signature(letter)).isEqualTo(SIGNED);
        var url = "/api/v1/templates/" + letter;
        get(url + "/diff?to=2").body("files.path", contains("blocks/" + block + ".html"));
        step(both, url, 2, "approve", Map.of()).statusCode(403).body("code", equalTo("own-change"));
        step(approver, url, 2, "approve", Map.of()).statusCode(204);
        step(author, url, 2, "publish", Map.of()).statusCode(204);

        assertThat(signature(letter)).isEqualTo(SIGNED_ANEW);
        assertThat(signature(notice)).isEqualTo(SIGNED);
        get(blockUrl).body("usedBy.current", contains(true, false)).body("usedBy.pins", contains(2, 1));
        adopt(blockUrl, 2, Map.of())
                .statusCode(200)
                .body("items.template", containsInAnyOrder(letter, notice))
                .body("items.version", contains(2, 2))
                .body("items.submitted", contains(false, false));
    }

    @Test
    void one_template_can_go_first_and_a_returned_one_again() {
        publishBlock(SIGNED_ANEW);

        adopt(blockUrl, 2, Map.of("templates", List.of(notice)))
                .statusCode(200)
                .body("items.template", contains(notice));
        step(approver, "/api/v1/templates/" + notice, 2, "reject", Map.of("reason", "not yet"))
                .statusCode(204);

        adopt(blockUrl, 2, Map.of("templates", List.of(notice)))
                .body("items.version", contains(3))
                .body("items.submitted", contains(true));
        get("/api/v1/templates/" + letter + "/versions").body("items.number", contains(1));
    }

    @Test
    void only_what_is_live_is_adopted_and_only_by_those_who_use_it() {
        publishBlock(SIGNED_ANEW);

        adopt(blockUrl, 1, Map.of()).statusCode(409).body("code", equalTo("not-live"));
        adopt(blockUrl, 3, Map.of()).statusCode(404).body("code", equalTo("unknown-version"));
        adopt(blockUrl, 2, Map.of("templates", List.of(letter, "absent"), "more", 1))
                .statusCode(422)
                .body("errors.pointer", contains("/more"));
        adopt(blockUrl, 2, Map.of("templates", List.of(letter, "absent")))
                .statusCode(422)
                .body("code", equalTo("invalid-adoption"))
                .body("errors.pointer", contains("/templates/1"));
        adopt(blockUrl, 2, Map.of("templates", List.of()))
                .statusCode(422)
                .body("errors.pointer", contains("/templates"));
        step(approver, blockUrl, 2, "adopt", Map.of()).statusCode(403);
        get("/api/v1/templates/" + letter + "/versions").body("items.number", contains(1));
    }

    @Test
    void a_block_that_breaks_a_live_template_is_not_submitted() {
        putBlock("<p>\n{#if}</p>").statusCode(200).body("faults.line", hasItem(2));
        submit(blockUrl)
                .statusCode(422)
                .body("code", equalTo("faulty-templates"))
                .body("errors.pointer", hasItem("blocks/" + block + ".html"))
                .body("errors.detail", hasItem(startsWith("line 2, ")));
        given().spec(author)
                .header("If-Match", "\"1\"")
                .delete(blockUrl + "/draft")
                .then()
                .statusCode(204);

        putBlock("<p>{data.items.0.quantity.date}</p>").statusCode(200);
        submit(blockUrl)
                .statusCode(422)
                .body("errors.pointer", hasItem(letter + "/fixtures/small.json"))
                .body("errors.pointer", hasItem(notice + "/fixtures/small.json"))
                .body("errors.detail", hasItem(containsString("quantity.date")));
        get(blockUrl).body("versions.number", contains(1));
    }

    @Test
    void a_new_block_is_read_before_any_template_includes_it() {
        var url = "/api/v1/blocks/x" + suffix;
        put(url, Map.of("x" + suffix + ".html", "<p>{#each}</p>")).statusCode(200);
        submit(url).statusCode(422).body("errors.pointer", contains("blocks/x" + suffix + ".html"));
        given().spec(author)
                .header("If-Match", "\"1\"")
                .body(Map.of("files", Map.of("x" + suffix + ".html", "<p>New</p>")))
                .put(url + "/draft")
                .then()
                .body("faults", empty());

        submit(url).statusCode(201).body("version", equalTo(1));

        get(url).body("version", nullValue())
                .body("versions.status", contains("submitted"))
                .body("usedBy", empty());
    }

    @Test
    void a_block_is_kept_only_as_its_own_file_and_approved_only_by_others() {
        var both = as("author", "approver");

        put(blockUrl, Map.of("imprint.html", "<p>Mine</p>"))
                .statusCode(422)
                .body("code", equalTo("invalid-draft"))
                .body("errors.pointer", contains("/files/imprint.html"));
        putBlock(SIGNED_ANEW).statusCode(200).header("ETag", "\"1\"").body("kind", equalTo("block"));
        putBlock(SIGNED).statusCode(409).body("code", equalTo("stale-version"));
        given().spec(both)
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(blockUrl + "/draft/submit")
                .then()
                .statusCode(201);

        step(both, blockUrl, 2, "approve", Map.of()).statusCode(403).body("code", equalTo("own-change"));
        step(approver, blockUrl, 2, "publish", Map.of()).statusCode(409).body("code", equalTo("wrong-status"));
        step(approver, blockUrl, 2, "reject", Map.of("reason", "too long")).statusCode(204);
        get(blockUrl + "/draft").body("files.'" + block + ".html'", equalTo(SIGNED_ANEW));
        get(blockUrl).body("version", equalTo(1)).body("versions.status", contains("returned", "published"));
        given().spec(author).get("/api/v1/blocks/absent").then().statusCode(404).body("code", equalTo("unknown-block"));
    }

    @Test
    void what_live_templates_use_is_not_retired_but_gone_back_from() {
        step(author, blockUrl, 1, "retire", Map.of())
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("detail", containsString(letter));
        publishBlock(SIGNED_ANEW);
        step(author, blockUrl, 1, "retire", Map.of()).statusCode(204);
        step(author, blockUrl, 1, "publish", Map.of()).statusCode(204);

        get(blockUrl).body("version", equalTo(1)).body("usedBy.current", everyItem(equalTo(true)));
    }

    @Test
    void the_folder_undoes_no_block_that_it_does_not_change_and_an_export_is_no_news() throws IOException {
        publishBlock(SIGNED_ANEW);

        templates.importFrom(root);
        get(blockUrl).body("version", equalTo(2));

        folder.with("blocks/" + block + ".html", SIGNED_ANEW);
        var caughtUp = templates.importFrom(root);
        assertThat(caughtUp.entries()).noneMatch(entry -> entry.key().endsWith(suffix) && entry.changed());
        assertThat(signature(letter)).isEqualTo(SIGNED);

        folder.with("blocks/" + block + ".html", "<p>Bye</p>");
        templates.importFrom(root);
        get(blockUrl).body("version", equalTo(3)).body("usedBy.current", contains(true, true));
        assertThat(signature(letter)).isEqualTo("<p>Bye</p>");
        assertThat(templates.export().get("blocks/" + block + ".html"))
                .asString()
                .isEqualTo("<p>Bye</p>");
        get(blockUrl + "/versions/3").body("steps.by", not(hasItem("author")));
    }
}
