package io.chancery.web.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** An administrator lets a new colleague in, who chooses a password; and out again. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class UserBrowserTest {

    @Inject
    Caller caller;

    @Test
    void a_new_colleague_gets_an_account_chooses_a_password_works_and_leaves() {
        var password = anAdministratorMakesAnAccount();

        theNewcomerSignsInAndMustChooseAPassword(password);

        theNewcomerHasTheirRolesNow();
        theAdministratorClosesTheAccount();
        theNewcomerIsOutAtOnceAndStaysOut();
    }

    private String anAdministratorMakesAnAccount() {
        var browser = Browser.open().signedIn(caller.key("admin")).go("/users").see("h1", "Benutzer");
        browser.type("#new-name", "<b>").type("#display-name", "Ada").click("#new-user ~ form button");
        browser.see(".alert", "Prüfen Sie")
                .see(".fault", "nicht gültig")
                .isContent()
                .screenshots("users");
        browser.type("#new-name", "ada.autorin")
                .type("#display-name", "Ada <script>alert(1)</script>")
                .type("#email", "ada@example.org")
                .click("[value='author']")
                .click("#new-user ~ form button")
                .see("h1", "ada.autorin")
                .isContent();
        var password = browser.all(".secret").get(0).getText();
        browser.go("/users").see(".table", "ada.autorin", "Ada <script>");
        browser.type("#new-name", "ada.autorin").type("#display-name", "Eine andere");
        browser.click("[value='agent']").click("#new-user ~ form button").see(".alert", "hatte schon jemand");
        return password;
    }

    private void theNewcomerSignsInAndMustChooseAPassword(String password) {
        var browser =
                Browser.open().go("/users").see("h1", "Anmelden").isContent().screenshots("sign-in");
        browser.type("#name", "ada.autorin").type("#key", "something else").click(".sign-in button");
        browser.see(".alert", "passen nicht zusammen");
        browser.type("#name", "ada.autorin").type("#key", password).click(".sign-in button");
        browser.arrive("/account")
                .see(".notice", "Wählen Sie zuerst ein eigenes Kennwort")
                .isContent();
        assertThat(browser.all(".rail a")).isEmpty();
        browser.type("#old", "wrong").type("#new", "a sentence to remember").click("main form button");
        browser.see(".fault", "nicht Ihr Kennwort");
        var elsewhere = browser.driver().manage().getCookies();
        browser.type("#old", password).type("#new", "a sentence to remember").click("main form button");
        browser.see(".notice", "Alle anderen Sitzungen sind beendet")
                .isContent()
                .screenshots("account");
        theOldPasswordsSessionsHaveEnded(elsewhere);
    }

    private static void theOldPasswordsSessionsHaveEnded(Set<Cookie> cookies) {
        var request = given().redirects().follow(false);
        cookies.forEach(cookie -> request.cookie(cookie.getName(), cookie.getValue()));
        request.get("/account").then().statusCode(303).header("Location", endsWith("/sign-in"));
    }

    private void theNewcomerHasTheirRolesNow() {
        var browser = Browser.open().go("/account").see("h1", "Anmelden");
        browser.type("#name", "ada.autorin")
                .type("#key", "a sentence to remember")
                .click(".sign-in button");
        browser.see("h1", "Ihr Konto").see(".rail", "Vorlagen");
        browser.go("/users").see("h1", "Das dürfen Sie nicht sehen");
    }

    private void theAdministratorClosesTheAccount() {
        var session = Browser.open().driver().manage().getCookies();
        assertThat(session).isNotEmpty();
        var browser = Browser.open().signedIn(caller.key("admin")).go("/users/ada.autorin");
        browser.click("[name='roles'][value='agent']").click("main form button").see(".notice", "Gespeichert");
        browser.click("[action$='/disable'] button")
                .see(".status", "gesperrt")
                .isContent()
                .screenshots("user");
    }

    private void theNewcomerIsOutAtOnceAndStaysOut() {
        var browser = Browser.open().go("/account").see("h1", "Anmelden");
        browser.type("#name", "ada.autorin")
                .type("#key", "a sentence to remember")
                .click(".sign-in button");
        browser.see(".alert", "passen nicht zusammen");
    }
}
