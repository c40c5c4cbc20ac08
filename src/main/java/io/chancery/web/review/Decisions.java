package io.chancery.web.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.template.Workshop;
import io.chancery.web.author.Forms;
import io.chancery.web.review.ReviewDesk.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What is decided about a version, as it stands in a form. */
@ApplicationScoped
class Decisions {

    private final Workshop workshop;

    Decisions(Workshop workshop) {
        this.workshop = workshop;
    }

    /** One of them. */
    @FunctionalInterface
    interface Decision {

        /** @throws io.chancery.platform.ProblemException if it cannot be taken */
        void take(String by, Asked asked);
    }

    void approve(Asked asked, MultivaluedMap<String, String> form, String by) {
        workshop.approve(asked.source(), asked.number(), Forms.json(form, "reason"), by);
    }

    void giveBack(Asked asked, MultivaluedMap<String, String> form, String by) {
        workshop.giveBack(asked.source(), asked.number(), Forms.json(form, "reason"), by);
    }

    void retire(Asked asked, MultivaluedMap<String, String> form, String by) {
        workshop.retire(asked.source(), asked.number(), Forms.json(form, "reason"), by);
    }

    /** From now on, or from the day and time in the form, which are those of the reader. */
    void publish(Asked asked, MultivaluedMap<String, String> form, ZoneId zone, String by) {
        var body = JsonNodeFactory.instance.objectNode();
        var from = Forms.text(form, "from");
        if (!from.isEmpty()) {
            body.put("from", instant(from, zone));
        }
        var reason = Forms.text(form, "reason");
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        workshop.publish(asked.source(), asked.number(), Forms.bytes(body), by);
    }

    /** What is no time is refused where programs say it. */
    private static String instant(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant().toString();
        } catch (DateTimeException noTime) {
            return text;
        }
    }
}
