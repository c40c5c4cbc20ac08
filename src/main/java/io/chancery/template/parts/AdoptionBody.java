package io.chancery.template.parts;

import io.chancery.platform.request.BodyFields;
import io.chancery.template.parts.Adoption.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads which templates are to follow, and why. */
final class AdoptionBody {

    private static final String TEMPLATES = "templates";
    private static final int MOST_TEMPLATES = 500;
    private static final int LONGEST_REASON = 1000;

    private AdoptionBody() {}

    /** @throws io.chancery.platform.ProblemException with every fault of the body */
    static Order read(byte[] body, String by) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of(TEMPLATES, "reason"));
        var templates = fields.has(TEMPLATES) ? templates(fields) : List.<String>of();
        var reason = Objects.requireNonNullElse(fields.text("reason", LONGEST_REASON), "");
        fields.refuseFaulty(PartException::invalid);
        return new Order(templates, by, reason);
    }

    private static List<String> templates(BodyFields fields) {
        var list = fields.node(TEMPLATES);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_TEMPLATES) {
            fields.fault(TEMPLATES, "must be a list of 1 to " + MOST_TEMPLATES + " keys, or be left out for all");
        }
        var keys = new ArrayList<String>();
        list.forEach(key -> keys.add(key.asText()));
        return keys;
    }
}
