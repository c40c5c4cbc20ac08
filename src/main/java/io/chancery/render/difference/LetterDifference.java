package io.chancery.render.difference;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two letters.
 *
 * @param pages those that differ
 * @param files those inside that differ, such as an invoice for software
 */
public record LetterDifference(int oldPages, int newPages, List<PageDifference> pages, List<FileDifference> files)
        implements Difference {

    /** Two letters that are the same byte by byte. */
    public static LetterDifference none(int pages) {
        return new LetterDifference(pages, pages, List.of(), List.of());
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (oldPages != newPages) {
            findings.add(
                    new Finding("The letter has %s instead of %s".formatted(pages(newPages), oldPages), List.of()));
        }
        pages.forEach(page -> findings.add(page.finding()));
        files.forEach(file -> findings.add(file.finding()));
        return List.copyOf(findings);
    }

    private static String pages(int count) {
        return count == 1 ? "1 page" : count + " pages";
    }
}
