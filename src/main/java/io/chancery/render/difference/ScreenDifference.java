package io.chancery.render.difference;

import io.chancery.render.difference.text.LineDiff;
import io.chancery.render.difference.text.Masks;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two pages for the screen.
 *
 * @param html lines of it that are gone or new, one for each element
 * @param envelope what differs beside the page, such as its title
 */
public record ScreenDifference(List<String> html, List<ValueDifference> envelope) implements Difference {

    public static ScreenDifference between(Rendition.Page old, Rendition.Page now, Masks masks) {
        return new ScreenDifference(
                LineDiff.between(masks.masked(outline(old)), masks.masked(outline(now))),
                ValueDifference.between(old.envelope(), now.envelope(), masks));
    }

    private static String outline(Rendition.Page page) {
        return Outline.of(new String(page.content(), StandardCharsets.UTF_8));
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        envelope.forEach(value -> findings.add(value.finding()));
        if (!html.isEmpty()) {
            findings.add(new Finding("The page differs", html));
        }
        return List.copyOf(findings);
    }
}
