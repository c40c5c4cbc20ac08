package io.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What is around every page: the menu, the light, the language. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class FrameBrowserTest {

    @Inject
    Caller caller;

    @Test
    void everybody_sees_the_menu_of_their_roles_and_reads_as_they_like() {
        var browser = Browser.open().signedIn(caller.key("agent"));

        browser.go("/messages").see(".rail", "Nachrichten", "Kunden", "Archiv").isContent();
        assertThat(browser.all(".rail a[href='/users'], .rail a[href='/runs']")).isEmpty();
        assertThat(browser.all(".rail [aria-current]"))
                .singleElement()
                .satisfies(link -> assertThat(link.getText()).isEqualTo("Nachrichten"));
        browser.screenshots("messages");

        browser.press("/");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("search-all");
        browser.press("nobody of this name", Keys.ENTER);
        browser.arrive("/customers?q=nobody");
        browser.go("/messages");

        browser.click(".who summary").click(".who [value='dark']").see("h1", "Nachrichten");
        assertThat(browser.all("[data-theme='dark']")).hasSize(1);
        browser.isContent();
        browser.click(".who summary").click(".who [value='en']").see("h1", "Messages");

        browser.phone(true)
                .click(".sections-button summary")
                .see(".sections-button nav", "Customers")
                .isContent();
        browser.screenshot("menu-phone");
        browser.press(Keys.ESCAPE);
        assertThat(browser.all(".sections-button[open]")).isEmpty();
    }
}
