package io.chancery.render.email.text;

import io.chancery.render.RenderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** Sets a table in columns of characters: numbers to the right, long texts in several lines, a rule below the head. */
final class PlainTable {

    /** What fits on a line of any mail program, quoted twice (RFC 5322 §2.1.1 asks for less than 78). */
    static final int WIDTH = 72;

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{3} )?[-−+]?\\d[\\d.,'’ ]*( ?(%|€|[A-Z]{3}))?");

    /** More than any text could show side by side. */
    private static final int MOST_COLUMNS = 100;

    private static final Pattern SPAN = Pattern.compile("[1-9]\\d?");

    private final List<Row> rows;
    private final int[] widths;
    private final boolean[] numbers;

    /** @param head whether it is a line of headings */
    private record Row(List<Cell> cells, boolean head) {}

    /** @param column the first that it covers */
    private record Cell(int column, int span, String text) {

        int width() {
            return text.indexOf('\n') < 0
                    ? text.length()
                    : text.lines().mapToInt(String::length).max().orElse(0);
        }
    }

    private PlainTable(List<Row> rows) {
        this.rows = rows;
        int columns = rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(cell -> cell.column() + cell.span())
                .max()
                .orElse(0);
        if (columns > MOST_COLUMNS) {
            throw new RenderException("email.txt: a table has more than " + MOST_COLUMNS + " columns");
        }
        this.widths = new int[columns];
        this.numbers = new boolean[columns];
        measure();
        narrow();
    }

    /** @param reader makes text of a cell */
    static String of(Element table, Function<Element, String> reader) {
        var rows = new ArrayList<Row>();
        for (var part : elementsIn(table)) {
            for (var row : elementsIn(part)) {
                if (row.normalName().equals("tr")) {
                    rows.add(row(row, part.normalName().equals("thead"), reader));
                }
            }
        }
        rows.removeIf(row -> row.cells().stream().allMatch(cell -> cell.text().isEmpty()));
        return new PlainTable(rows).text();
    }

    /** The elements that stand in one. {@link Element#children} would leave a note of them in it, which is not for several threads. */
    static List<Element> elementsIn(Element parent) {
        return parent.childNodes().stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static Row row(Element element, boolean head, Function<Element, String> reader) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        for (var child : elementsIn(element)) {
            var colspan = child.attr("colspan");
            int span = SPAN.matcher(colspan).matches() ? Integer.parseInt(colspan) : 1;
            cells.add(new Cell(column, span, reader.apply(child)));
            column += span;
        }
        return new Row(cells, head);
    }

    /** A column is of numbers if there are any, and no words but in its heading. */
    private void measure() {
        var words = new boolean[widths.length];
        for (var row : rows) {
            for (var cell : row.cells()) {
                if (cell.span() == 1) {
                    int column = cell.column();
                    widths[column] = Math.max(widths[column], cell.width());
                    if (!row.head() && !cell.text().isEmpty()) {
                        boolean number = NUMBER.matcher(cell.text()).matches();
                        words[column] |= !number;
                        numbers[column] |= number;
                    }
                }
            }
        }
        for (int column = 0; column < words.length; column++) {
            numbers[column] &= !words[column];
        }
    }

    /** Takes what is too much from the widest column, again and again, until the table fits or cannot get narrower. */
    private void narrow() {
        int excess = width(0, widths.length) - WIDTH;
        while (excess > 0) {
            int widest = IntStream.range(0, widths.length).reduce(0, (a, b) -> widths[b] > widths[a] ? b : a);
            int next = Arrays.stream(widths)
                    .filter(width -> width < widths[widest])
                    .max()
                    .orElse(NARROWEST);
            int taken = Math.min(excess, widths[widest] - Math.max(next, NARROWEST));
            if (taken <= 0) {
                return;
            }
            widths[widest] -= taken;
            excess -= taken;
        }
    }

    private int width(int column, int span) {
        if (span == 1) {
            return widths[column];
        }
        int end = Math.min(widths.length, column + span);
        return IntStream.range(column, end).map(i -> widths[i]).sum() + GAP.length() * (end - column - 1);
    }

    private String text() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            lines.addAll(lines(rows.get(i)));
            boolean lastOfHead = rows.get(i).head()
                    && i + 1 < rows.size()
                    && !rows.get(i + 1).head();
            if (lastOfHead) {
                lines.add("-".repeat(width(0, widths.length)));
            }
        }
        return String.join("\n", lines);
    }

    private List<String> lines(Row row) {
        var columns = row.cells().stream()
                .map(cell -> wrap(cell.text(), width(cell.column(), cell.span())))
                .toList();
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> line(row, columns, line))
                .toList();
    }

    private String line(Row row, List<List<String>> columns, int line) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> pad(
                        row.cells().get(i),
                        line < columns.get(i).size() ? columns.get(i).get(line) : ""))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String pad(Cell cell, String text) {
        var blanks = " ".repeat(Math.max(0, width(cell.column(), cell.span()) - text.length()));
        return numbers[cell.column()] && cell.span() == 1 ? blanks + text : text + blanks;
    }

    /** Breaks between words, and inside a word only if it is longer than the column. */
    private static List<String> wrap(String text, int width) {
        if (text.length() <= width && text.indexOf('\n') < 0) {
            return List.of(text);
        }
        var wrapped = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            var rest = line;
            while (rest.length() > width) {
                int blank = rest.lastIndexOf(' ', width);
                int end = blank > 0 ? blank : Math.max(1, width);
                wrapped.add(rest.substring(0, end));
                rest = rest.substring(end).stripLeading();
            }
            wrapped.add(rest);
        }
        return wrapped;
    }
}
