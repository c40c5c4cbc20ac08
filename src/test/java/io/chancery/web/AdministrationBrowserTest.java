package io.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** An administrator makes keys and webhooks, whose secrets are shown once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class AdministrationBrowserTest {

    @Inject
    Caller caller;

    @Test
    void an_administrator_makes_and_revokes_keys() {
        var browser = Browser.open().signedIn(caller.key("admin"));
        var name = "desk-" + System.nanoTime();

        browser.go("/api-clients").see("h1", "API-Clients");
        browser.type("#name", name).click("main form.form button").see("main .fault", "mindestens eine Rolle");
        assertThat(browser.all("#name"))
                .singleElement()
                .satisfies(field -> assertThat(field.getDomProperty("value")).isEqualTo(name));
        browser.click("input[value='agent']").click("main form.form button").see(".secret pre", "ccm_");
        browser.isContent().screenshots("api-clients");
        browser.go("/api-clients").click("[action='/api-clients/" + name + "/revoke'] button");
        browser.driver().switchTo().alert().accept();
        browser.see(".notice", "widerrufen");
        assertThat(browser.all(".secret")).isEmpty();
    }

    @Test
    void an_administrator_makes_tries_and_disables_webhooks() {
        var browser = Browser.open().signedIn(caller.key("admin"));

        browser.go("/webhooks").see("h1", "Webhooks");
        browser.type("#url", "https://127.0.0.1/hook")
                .type("#description", "<b>hostile</b>")
                .isContent();
        browser.click("main form.form button");
        browser.see("main", "hook").screenshots("webhooks");
        if (!browser.all(".secret").isEmpty()) {
            browser.see(".secret pre", "whsec_")
                    .see("h1", "https://127.0.0.1/hook")
                    .isContent();
            browser.click("[action$='/test'] button").see(".notice", "Test");
            browser.click("[action$='/enabled'] button")
                    .see(".page-head", "abgeschaltet")
                    .isContent();
            browser.screenshots("webhook");
        }
    }

    @Test
    void nobody_else_may() {
        var browser = Browser.open().signedIn(caller.key("author"));

        browser.go("/api-clients");
        assertThat(browser.all("main form, main table, .rail a[href='/api-clients']"))
                .isEmpty();
        browser.go("/webhooks");
        assertThat(browser.all("main form, main table, .rail a[href='/webhooks']"))
                .isEmpty();
    }
}
