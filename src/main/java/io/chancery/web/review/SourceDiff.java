package io.chancery.web.review;

import io.chancery.template.Difference.FileChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One file in two versions side by side, with what is the same in both folded away.
 *
 * @param change {@code added}, {@code removed} or {@code changed}
 * @param rows none for a file that is no text
 */
record SourceDiff(String path, String change, List<Row> rows) {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");

    /**
     * A line on either side.
     *
     * @param kind {@code same}, {@code changed}, {@code gone}, {@code new} or {@code fold}
     */
    record Row(String kind, Line before, Line after) {}

    /**
     * A line, the part of it that differs in the middle.
     *
     * @param number 0 if there is none on this side
     */
    record Line(int number, String head, String changed, String tail) {

        static final Line NONE = new Line(0, "", "", "");

        static Line same(int number, String text) {
            return new Line(number, text, "", "");
        }

        /** Whether there is one on this side. */
        public boolean isThere() {
            return number > 0;
        }
    }

    /** Whether it is what a customer reads: of a version that is all new, what is looked at first. */
    public boolean isMainText() {
        return path.startsWith("message.");
    }

    static SourceDiff of(FileChange file) {
        var diff = file.diff();
        return new SourceDiff(file.path(), file.change().code(), diff == null ? List.of() : new Reading(diff).rows());
    }

    /** Reads the unified format. */
    private static final class Reading {

        private final List<Row> rows = new ArrayList<>();
        private final Deque<Line> gone = new ArrayDeque<>();
        private int before;
        private int after;

        Reading(String diff) {
            diff.lines()
                    .filter(line -> !line.startsWith("---") && !line.startsWith("+++"))
                    .forEach(this::read);
            flush();
        }

        List<Row> rows() {
            return List.copyOf(rows);
        }

        private void read(String line) {
            var hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                flush();
                before = Integer.parseInt(hunk.group(1));
                after = Integer.parseInt(hunk.group(2));
                rows.add(new Row("fold", Line.NONE, Line.NONE));
            } else if (line.startsWith("-")) {
                gone.add(Line.same(before++, line.substring(1)));
            } else if (line.startsWith("+")) {
                added(Line.same(after++, line.substring(1)));
            } else {
                flush();
                var text = line.isEmpty() ? "" : line.substring(1);
                rows.add(new Row("same", Line.same(before++, text), Line.same(after++, text)));
            }
        }

        private void added(Line line) {
            var old = gone.poll();
            rows.add(old == null ? new Row("new", Line.NONE, line) : changed(old, line));
        }

        private void flush() {
            gone.forEach(line -> rows.add(new Row("gone", line, Line.NONE)));
            gone.clear();
        }

        private static Row changed(Line old, Line now) {
            var one = old.head();
            var other = now.head();
            int most = Math.min(one.length(), other.length());
            int start = 0;
            while (start < most && one.charAt(start) == other.charAt(start)) {
                start++;
            }
            int end = 0;
            while (end < most - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
                end++;
            }
            return new Row("changed", cut(old, start, end), cut(now, start, end));
        }

        private static Line cut(Line line, int start, int end) {
            var text = line.head();
            return new Line(
                    line.number(),
                    text.substring(0, start),
                    text.substring(start, text.length() - end),
                    text.substring(text.length() - end));
        }
    }
}
