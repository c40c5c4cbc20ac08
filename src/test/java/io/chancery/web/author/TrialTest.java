package io.chancery.web.author;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.user.NewUser;
import io.chancery.platform.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What authors send to themselves is archived like everything else, says that it is a test, and is nobody else's. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class TrialTest {

    private static final String TESTS = "/templates/welcome/workshop/tests";
    private static final Pattern LETTER = Pattern.compile(TESTS + "/([0-9a-f-]{36})/letter");
    private static final String PASSWORD = "a sentence to remember";
    private static final String NAME = "vera.verfasserin";

    @Inject
    Caller caller;

    @Inject
    Users users;

    private Map<String, String> session = Map.of();

    @BeforeEach
    void signIn() {
        if (users.find(NAME).isEmpty()) {
            var order = new NewUser(NAME, "Vera", "vera@example.org", "+4917139209111", Set.of("author"));
            users.create(order, PASSWORD, false);
        }
        session = given().redirects()
                .follow(false)
                .formParam("j_username", NAME)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check")
                .cookies();
    }

    private RequestSpecification author() {
        return ours().cookies(session);
    }

    private static RequestSpecification ours() {
        return given().header("Sec-Fetch-Site", "same-origin")
                .header("HX-Request", "true")
                .header("Accept-Language", "en");
    }

    private String sent(String sentence) {
        var message = "{#subject}Guten Tag{/subject}{#preheader}Neues{/preheader}<p>" + sentence
                + "</p>{#promote}<p>Ein Angebot.</p>{/promote}{#sms}" + sentence + "{/sms}";
        var html = author().formParam("fixture", "simple")
                .formParam("file:message.de.html", message)
                .post(TESTS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var letter = LETTER.matcher(html);
        assertThat(letter.find()).as(html).isTrue();
        assertThat(html).contains("data-outcome=\"SENT\"", "data-outcome=\"KEPT\"");
        return letter.group(1);
    }

    @Test
    void it_goes_to_their_own_address_by_the_archive_and_counts_as_nothing() {
        var id = sent("Ein neuer Satz.");

        var message = caller.allEnded(id);
        assertThat(message.getBoolean("test")).isTrue();
        assertThat(message.getInt("templateVersion")).isZero();
        assertThat(message.getList("deliveries.channel")).containsExactlyInAnyOrder("email", "sms", "print");
        assertThat(caller.events(id, "email")).startsWith("accepted", "rendered", "queued", "attempted", "sent");
        var mail = new String(caller.rendition(id, "email"), StandardCharsets.UTF_8);
        assertThat(mail).contains("Subject: [TEST] Guten Tag", "vera@example.org", "DKIM-Signature");
        assertThat(new String(caller.rendition(id, "sms"), StandardCharsets.UTF_8))
                .startsWith("TEST ");
        author().get(TESTS + "/" + id + "/letter").then().statusCode(200).contentType("application/pdf");
        assertThat(listed("/api/v1/messages?template=welcome")).doesNotContain(id);
        assertThat(listed("/api/v1/messages?template=welcome&test=true")).contains(id);
        assertThat(listed("/api/v1/archive?q=template:welcome")).doesNotContain(id);
    }

    private String listed(String path) {
        return caller.as("compliance", "operator")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void its_version_has_no_number_and_is_never_live() {
        int live = liveVersion();

        var id = sent("Nie in Gebrauch.");

        assertThat(caller.read(id).getInt("templateVersion")).isZero();
        assertThat(liveVersion()).isEqualTo(live);
        caller.as("approver")
                .body("{}")
                .post("/api/v1/templates/welcome/versions/0/approve")
                .then()
                .statusCode(404);
    }

    private int liveVersion() {
        return caller.as("author").get("/api/v1/templates/welcome").path("version");
    }

    @Test
    void nobody_else_opens_its_letter() {
        var id = sent("Nur für mich.");

        caller.as("author").get(TESTS + "/" + id + "/letter").then().statusCode(404);
        caller.as("agent").get(TESTS + "/" + id + "/letter").then().statusCode(403);
    }

    @Test
    void who_has_no_address_is_told_so() {
        ours().header("Authorization", "Bearer " + caller.key("author"))
                .formParam("fixture", "simple")
                .post(TESTS)
                .then()
                .statusCode(200)
                .body(containsString("data-outcome=\"NO_ADDRESS\""));
    }

    @Test
    void what_is_faulty_is_sent_to_nobody() {
        author().formParam("fixture", "simple")
                .formParam("file:message.de.html", "{#subject}Guten Tag{/subject}{customer.nothing}")
                .post(TESTS)
                .then()
                .statusCode(200)
                .body(containsString("The test was not sent"));
        given().header("Authorization", "Bearer " + caller.key("agent"))
                .header("Sec-Fetch-Site", "same-origin")
                .post(TESTS)
                .then()
                .statusCode(equalTo(403));
    }
}
