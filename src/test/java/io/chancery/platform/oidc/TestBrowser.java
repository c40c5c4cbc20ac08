package io.chancery.platform.oidc;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Goes to the issuer and back, one step at a time. */
final class TestBrowser {

    static final String ATTEMPT = "chancery-sign-in";

    private TestBrowser() {}

    static RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5");
    }

    static Response leave() {
        var left = browser().get("/sign-in/company");
        left.then().statusCode(303);
        return left;
    }

    /** The address with which the issuer sends somebody back. */
    static String vouch(Response left) {
        return browser()
                .get(left.header("Location"))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
    }

    static Response comeBack(Response left, String address) {
        return browser().cookie(ATTEMPT, left.cookie(ATTEMPT)).get(address);
    }

    static Response signIn() {
        var left = leave();
        return comeBack(left, vouch(left));
    }
}
