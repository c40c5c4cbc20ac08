package io.chancery.render.difference;

import io.chancery.render.difference.text.LineDiff;
import io.chancery.render.difference.text.Masks;
import io.chancery.vocabulary.Rendition;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two mails.
 *
 * @param fields of the head that differ, the subject among them
 * @param text lines of the plain text that are gone or new
 * @param html lines of the HTML that are gone or new, one for each element
 * @param files attachments and pictures that differ
 */
public record MailDifference(
        List<ValueDifference> fields, List<String> text, List<String> html, List<FileDifference> files)
        implements Difference {

    public static MailDifference between(Rendition.Mail old, Rendition.Mail now, Masks masks, FileComparison files) {
        var before = MailParts.of(old.content());
        var after = MailParts.of(now.content());
        return new MailDifference(
                ValueDifference.between(before.fields(), after.fields(), masks),
                LineDiff.between(masks.masked(before.text()), masks.masked(after.text())),
                LineDiff.between(masks.masked(before.html()), masks.masked(after.html())),
                files.compare(before.files(), after.files()));
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        fields.forEach(field -> findings.add(field.finding()));
        if (!text.isEmpty()) {
            findings.add(new Finding("The plain text differs", text));
        }
        if (!html.isEmpty()) {
            findings.add(new Finding("The HTML differs", html));
        }
        files.forEach(file -> findings.add(file.finding()));
        return List.copyOf(findings);
    }
}
