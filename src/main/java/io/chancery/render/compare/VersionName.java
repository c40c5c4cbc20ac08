package io.chancery.render.compare;

import io.chancery.platform.request.BodyFields;
import io.chancery.template.Specimen;
import io.chancery.template.Specimens;

/**
 * How somebody names a version: by its number, {@code live} or {@code draft}.
 *
 * @param number 0 for the draft, below for what is live
 */
record VersionName(int number) {

    static final VersionName DRAFT = new VersionName(0);
    static final VersionName LIVE = new VersionName(-1);

    static VersionName read(BodyFields fields, String field, VersionName otherwise) {
        var node = fields.node(field);
        if (!fields.has(field)) {
            return otherwise;
        }
        if (node.asText().equals("live")) {
            return LIVE;
        }
        if (node.asText().equals("draft")) {
            return DRAFT;
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.asInt() < 1) {
            fields.fault(field, "must be the number of a version, \"live\" or \"draft\"");
        }
        return new VersionName(node.asInt());
    }

    /** @throws io.chancery.platform.ProblemException if there is no such version */
    Specimen find(Specimens specimens, String template) {
        if (equals(LIVE)) {
            return specimens.live(template);
        }
        return equals(DRAFT) ? specimens.draft(template) : specimens.version(template, number);
    }
}
