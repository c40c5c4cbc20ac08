package io.chancery.render.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an approver sees before a change reaches anybody. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ComparisonResourceTest {

    private static final String WELCOME = "/api/v1/templates/welcome";

    @Inject
    Caller caller;

    private ValidatableResponse compare(String template, String body) {
        return caller.as("approver")
                .body(body)
                .post("/api/v1/templates/" + template + "/compare")
                .then();
    }

    /** What is live with another greeting at the end, as a draft. */
    private void haveDraft() {
        Map<String, String> files = caller.as("author")
                .get(WELCOME + "/versions/1")
                .then()
                .statusCode(200)
                .extract()
                .path("files");
        var changed = new TreeMap<>(files);
        changed.compute("message.de.html", (path, source) -> source + "<p>Stand 24.12.2026</p>");
        var known = caller.as("author").get(WELCOME + "/draft");
        var request = caller.as("author").body(Map.of("files", changed));
        if (known.statusCode() == 200) {
            request = request.header("If-Match", known.header("ETag"));
        }
        request.put(WELCOME + "/draft").then().statusCode(200);
    }

    @Test
    void a_version_is_the_same_as_itself() {
        compare("welcome", "{\"from\": 1, \"to\": \"live\"}")
                .statusCode(200)
                .body("same", equalTo(true))
                .body("oldVersion", equalTo(1))
                .body("fixtures.fixture", hasItems("english", "simple"))
                .body("fixtures.channels.flatten().change", everyItem(equalTo("unchanged")))
                .body("fixtures.channels.flatten().channel", hasItems("print", "email", "sms"));
    }

    @Test
    void what_is_live_is_compared_with_the_draft_unless_somebody_says_otherwise() {
        haveDraft();

        var answer = compare("welcome", "{\"fixtures\": [\"simple\"], \"pictures\": true}")
                .statusCode(200)
                .body("same", equalTo(false))
                .body("newVersion", equalTo(0))
                .body("fixtures.advertising", contains("shown", "dropped"))
                .body("fixtures[0].channels.find { it.channel == 'print' }.says", hasItem(containsString("Page 1")))
                .body(
                        "fixtures[0].channels.find { it.channel == 'email' }.difference.text",
                        hasItem("+ Stand 24.12.2026"))
                .extract();

        String difference = answer.path(
                "fixtures[0].channels.find { it.channel == 'print' }.difference.pages[0].pictures.difference");
        assertThat(Base64.getDecoder().decode(difference)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void languages_that_nobody_touched_stay_the_same() {
        haveDraft();

        compare("welcome", "{\"fixtures\": [\"english\"]}").statusCode(200).body("same", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"from": 0}                         | /from
                    {"to": "old"}                       | /to
                    {"to": 1.5}                         | /to
                    {"fixtures": ["none"], "to": 1}     | /fixtures/0
                    {"fixtures": "simple"}              | /fixtures
                    {"masks": ["fine", "("]}            | /masks/1
                    {"masks": ["date:QQ"]}              | /masks/0
                    {"masks": [5]}                      | /masks/0
                    {"pictures": "yes"}                 | /pictures
                    {"colour": "red"}                   | /colour
                    """)
    void what_cannot_be_compared_is_refused_with_the_place(String body, String pointer) {
        compare("welcome", body)
                .statusCode(422)
                .body("code", equalTo("invalid-comparison"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"invoice,{\"from\": 4711},unknown-version", "invoice,{},unknown-draft", "nothing,{},unknown-template"})
    void what_is_not_there_is_not_found(String template, String body, String code) {
        compare(template, body).statusCode(404).body("code", equalTo(code));
    }

    @Test
    void a_business_system_has_no_business_here() {
        caller.as("system").body("{}").post(WELCOME + "/compare").then().statusCode(403);
    }
}
