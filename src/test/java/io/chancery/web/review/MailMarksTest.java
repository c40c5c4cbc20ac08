package io.chancery.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MailMarksTest {

    private static final String OLD = "<table><tr><td><p>Guten Tag</p><p>Bis bald</p><img src='a'></td></tr></table>";
    private static final String NEW = "<table><tr><td><p>Guten Tag</p><p>Bis morgen</p><img src='a'></td></tr></table>";

    private static String marked(String html) {
        return Jsoup.parse(html).select("[style*=outline]").text();
    }

    @Test
    void only_what_differs_is_marked() {
        assertThat(marked(MailMarks.gone(OLD, NEW))).isEqualTo("Bis bald");
        assertThat(marked(MailMarks.fresh(OLD, NEW))).isEqualTo("Bis morgen");
    }

    @Test
    void what_is_gone_and_what_is_new_differ_by_more_than_colour() {
        assertThat(MailMarks.gone(OLD, NEW)).contains("dashed");
        assertThat(MailMarks.fresh(OLD, NEW)).doesNotContain("dashed");
    }

    @Test
    void a_link_that_leads_elsewhere_and_another_picture_are_marked() {
        var old = "<p><a href='x'>Hier</a></p><img src='a'>";
        var now = "<p><a href='y'>Hier</a></p><img src='b'>";

        assertThat(Jsoup.parse(MailMarks.fresh(old, now)).select("[style*=outline]"))
                .hasSize(2);
    }

    @Test
    void mails_that_are_the_same_stay_as_they_are() {
        assertThat(marked(MailMarks.fresh(OLD, OLD))).isEmpty();
    }
}
