package io.chancery.template.parts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How brands come to live, with all their files. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class BrandLifeTest extends PartTest {

    @Test
    void a_brand_is_changed_with_its_pictures_and_fonts() {
        var files = new HashMap<String, Object>(
                get(brandUrl + "/versions/1").extract().<Map<String, Object>>path("files"));
        assertThat(files.get("assets/fonts/Muster.ttf")).asString().contains("base64");
        files.put("brand.yaml", ((String) files.get("brand.yaml")).replace("#112233", "#445566"));

        put(brandUrl, files).statusCode(200).body("faults", empty());
        get(brandUrl + "/diff").body("files.path", contains("brand.yaml"));
        publish(brandUrl);

        get(brandUrl).body("usedBy.current", contains(false, false));
        adopt(brandUrl, 2, Map.of("templates", List.of(letter))).statusCode(200);
        var url = "/api/v1/templates/" + letter;
        get(url + "/versions/2").body("brandVersion", equalTo(2));
        step(approver, url, 2, "approve", Map.of()).statusCode(204);
        step(author, url, 2, "publish", Map.of()).statusCode(204);
        var now = templates.getLive(letter).brand();
        assertThat(now.findText("colours", "ink")).contains("#445566");
        assertThat(now.assets().get("fonts/Muster.ttf"))
                .isEqualTo(templates.getLive(notice).brand().assets().get("fonts/Muster.ttf"));
    }

    @Test
    void a_brand_that_lacks_a_file_or_breaks_a_template_is_not_submitted() {
        var files = new HashMap<String, Object>(
                get(brandUrl + "/versions/1").extract().<Map<String, Object>>path("files"));
        var font = files.remove("assets/fonts/Muster.ttf");
        put(brandUrl, files).statusCode(200).body("faults.pointer", hasItem("/fonts/0/file"));

        files.put("assets/fonts/Muster.ttf", Map.of("base64", "no base64!"));
        given().spec(author)
                .header("If-Match", "\"1\"")
                .body(Map.of("files", files))
                .put(brandUrl + "/draft")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/files/assets~1fonts~1Muster.ttf"));

        files.put("assets/fonts/Muster.ttf", font);
        files.put("email.txt", "{body}{nothing.there}");
        given().spec(author)
                .header("If-Match", "\"1\"")
                .body(Map.of("files", files))
                .put(brandUrl + "/draft")
                .then()
                .statusCode(200);
        submit(brandUrl)
                .statusCode(422)
                .body("errors.pointer", hasItem("brands/" + brand + "/email.txt"))
                .body("errors.detail", hasItem(containsString("there is no «nothing»")));
    }
}
