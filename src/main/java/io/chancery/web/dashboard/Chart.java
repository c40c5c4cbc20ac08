package io.chancery.web.dashboard;

import java.util.ArrayList;
import java.util.List;

/** Stacked columns, in units of the picture. */
record Chart(List<Column> columns, long highest) {

    static final int WIDTH = 960;
    private static final int HEIGHT = 200;
    private static final int BASE = 210;

    /** The values of one column, in the order of the channels. */
    record Values(String label, List<Long> values) {

        long total() {
            return values.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** One column with its parts. */
    record Column(String label, int x, int width, int middle, List<Part> parts, List<Long> values) {}

    /** The part of one channel. */
    record Part(String channel, int y, int height) {}

    static Chart of(List<Values> all, List<String> channels) {
        long highest = Math.max(1, all.stream().mapToLong(Values::total).max().orElse(1));
        int step = all.isEmpty() ? WIDTH : WIDTH / all.size();
        int width = Math.max(4, step * 7 / 10);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < all.size(); i++) {
            int x = i * step + (step - width) / 2;
            columns.add(column(all.get(i), channels, highest, new int[] {x, width}));
        }
        return new Chart(columns, highest);
    }

    private static Column column(Values values, List<String> channels, long highest, int[] place) {
        var parts = new ArrayList<Part>();
        long before = 0;
        for (int i = 0; i < channels.size(); i++) {
            long from = before * HEIGHT / highest;
            before += values.values().get(i);
            long to = before * HEIGHT / highest;
            if (to > from) {
                parts.add(new Part(channels.get(i), (int) (BASE - to), (int) (to - from)));
            }
        }
        return new Column(values.label(), place[0], place[1], place[0] + place[1] / 2, parts, values.values());
    }

    /** Whether a column's label is shown where there are many. */
    public boolean isLabelled(int index) {
        return columns.size() <= 12 || index % 3 == 0;
    }
}
