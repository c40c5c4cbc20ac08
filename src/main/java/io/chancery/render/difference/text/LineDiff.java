package io.chancery.render.difference.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** The lines that differ between two texts, each behind {@code -} if it is gone or {@code +} if it is new. */
public final class LineDiff {

    /** Two texts that have nothing in common cost the square of this. */
    private static final int MOST_COMPARED = 3_000;

    private static final int MOST_LISTED = 200;

    private LineDiff() {}

    /** Spaces at the ends of lines, several in a row and empty lines make no difference. */
    public static List<String> between(String old, String now) {
        var before = lines(old);
        var after = lines(now);
        if (before.equals(after)) {
            return List.of();
        }
        return shortened(listed(DiffUtils.diff(head(before), head(after), new MyersDiffWithLinearSpace<>())
                .getDeltas()));
    }

    /** What is gone before what is new, wherever lines that stayed stand on either side. */
    private static List<String> listed(List<AbstractDelta<String>> deltas) {
        var listed = new ArrayList<String>();
        var added = new ArrayList<String>();
        int end = 0;
        for (var delta : deltas) {
            if (delta.getSource().getPosition() > end) {
                listed.addAll(added);
                added.clear();
            }
            delta.getSource().getLines().forEach(line -> listed.add("- " + line));
            delta.getTarget().getLines().forEach(line -> added.add("+ " + line));
            end = delta.getSource().getPosition() + delta.getSource().size();
        }
        listed.addAll(added);
        return listed;
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> head(List<String> lines) {
        return lines.subList(0, Math.min(MOST_COMPARED, lines.size()));
    }

    private static List<String> shortened(List<String> listed) {
        if (listed.isEmpty()) {
            return List.of("… behind line " + MOST_COMPARED);
        }
        if (listed.size() <= MOST_LISTED) {
            return List.copyOf(listed);
        }
        var shortened = new ArrayList<>(listed.subList(0, MOST_LISTED));
        shortened.add("… and " + (listed.size() - MOST_LISTED) + " more lines");
        return List.copyOf(shortened);
    }
}
