package io.chancery.render.email;

import io.chancery.render.RenderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            return text.lines().mapToInt(String::length).max().orElse(0);
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
        this.widths = IntStream.range(0, columns).map(this::naturalWidth).toArray();
        this.numbers = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            numbers[column] = holdsNumbers(column);
        }
        narrow();
    }

    static String of(Element table) {
        var rows = table.select("tr").stream()
                .filter(row -> row.closest("table") == table)
                .map(PlainTable::row)
                .filter(row ->
                        row.cells().stream().anyMatch(cell -> !cell.text().isEmpty()))
                .toList();
        return new PlainTable(rows).text();
    }

    private static Row row(Element element) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        for (var child : element.children()) {
            int span = SPAN.matcher(child.attr("colspan")).matches() ? Integer.parseInt(child.attr("colspan")) : 1;
            cells.add(new Cell(column, span, ReadableText.of(child)));
            column += span;
        }
        return new Row(
                cells, element.parent() != null && element.parent().normalName().equals("thead"));
    }

    private int naturalWidth(int column) {
        return cells(column, true).mapToInt(Cell::width).max().orElse(0);
    }

    private boolean holdsNumbers(int column) {
        var texts = cells(column, false)
                .map(Cell::text)
                .filter(text -> !text.isEmpty())
                .toList();
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> NUMBER.matcher(text).matches());
    }

    private Stream<Cell> cells(int column, boolean withHead) {
        return rows.stream()
                .filter(row -> withHead || !row.head())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.column() == column && cell.span() == 1);
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
