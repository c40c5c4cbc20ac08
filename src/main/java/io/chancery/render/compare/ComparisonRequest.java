package io.chancery.render.compare;

import io.chancery.platform.request.BodyFields;
import io.chancery.render.difference.text.ComparisonException;
import io.chancery.render.difference.text.Masks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an author or approver wants to see side by side. */
record ComparisonRequest(VersionName from, VersionName to, ComparisonOrder order) {

    private static final int MOST_FIXTURES = 50;
    private static final int MOST_MASKS = 20;
    private static final int LONGEST = 200;
    private static final int MOST_PAGES = 200;

    /** Three pictures of each page, in one answer. */
    private static final int MOST_SHOWN_PAGES = 40;

    /** @throws ComparisonException with every fault of the body */
    static ComparisonRequest read(byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("from", "to", "fixtures", "masks", "pictures"));
        var from = VersionName.read(fields, "from", VersionName.LIVE);
        var to = VersionName.read(fields, "to", VersionName.DRAFT);
        var fixtures = texts(fields, "fixtures", MOST_FIXTURES);
        var masks = texts(fields, "masks", MOST_MASKS);
        boolean pictures = fields.flag("pictures");
        checkMasks(masks, fields);
        fields.refuseFaulty(ComparisonException::invalid);
        return new ComparisonRequest(
                from,
                to,
                new ComparisonOrder(fixtures, Masks.of(masks), pictures, pictures ? MOST_SHOWN_PAGES : MOST_PAGES));
    }

    private static List<String> texts(BodyFields fields, String field, int most) {
        var texts = new ArrayList<String>();
        if (!fields.has(field)) {
            return texts;
        }
        var list = fields.node(field);
        if (!list.isArray() || list.size() > most) {
            fields.fault(field, "must be a list of at most " + most + " texts");
            return texts;
        }
        for (int i = 0; i < list.size(); i++) {
            var text = list.get(i).isTextual() ? list.get(i).asText() : "";
            if (text.isEmpty() || text.length() > LONGEST) {
                fields.fault(field, i, "must be a text of 1 to " + LONGEST + " characters");
            }
            texts.add(text);
        }
        return texts;
    }

    private static void checkMasks(List<String> masks, BodyFields fields) {
        for (int i = 0; i < masks.size(); i++) {
            try {
                Masks.check(masks.get(i));
            } catch (IllegalArgumentException wrong) {
                fields.fault("masks", i, String.valueOf(wrong.getMessage()));
            }
        }
    }

    /** @throws ComparisonException if nobody has said which, and all are too many */
    void demandFew(int fixtures) {
        if (order.fixtures().isEmpty() && fixtures > MOST_FIXTURES) {
            throw ComparisonException.tooLarge(
                    "/fixtures", "there are " + fixtures + " fixtures; name at most " + MOST_FIXTURES + " of them");
        }
    }
}
