package io.chancery.bench.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.pdfbox.Loader;

/** Lets contenders print in turns, so that whatever else the machine does meets all of them; medians count. */
final class Race {

    /** In slices, for each sample. */
    private static final int WARM_UP = 20;

    private final List<Contender> contenders;
    private final int rounds;
    private final Duration slice;
    private final Map<Contender, Map<Sample, List<Turn>>> turns = new LinkedHashMap<>();
    private int number = 1_000;

    /** What one contender printed in one turn. */
    private record Turn(int documents, Duration wall, Duration processor) {

        double perSecond() {
            return documents * 1e9 / wall.toNanos();
        }

        double milliseconds() {
            return processor.toNanos() / 1e6 / documents;
        }
    }

    Race(List<Contender> contenders, int rounds, Duration slice) {
        this.contenders = contenders;
        this.rounds = rounds;
        this.slice = slice;
    }

    void run() throws Exception {
        // First each a little, for what one does for the first time makes Java compile anew what it shares with others.
        for (var contender : contenders) {
            warmUp(contender, 1);
        }
        for (var contender : contenders) {
            warmUp(contender, contender.isCompiledMeanwhile() ? WARM_UP : 0);
        }
        for (int round = 0; round < rounds; round++) {
            for (var sample : Sample.values()) {
                for (var contender : contenders) {
                    var turn = turn(contender, sample, slice);
                    turns.computeIfAbsent(contender, key -> new EnumMap<>(Sample.class))
                            .computeIfAbsent(sample, key -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
    }

    private void warmUp(Contender contender, int slices) throws Exception {
        for (var sample : Sample.values()) {
            if (slices > 0) {
                turn(contender, sample, slice.multipliedBy(slices));
            }
        }
    }

    private Turn turn(Contender contender, Sample sample, Duration time) throws Exception {
        int documents = 0;
        var processor = contender.processorTime();
        long start = System.nanoTime();
        long until = start + time.toNanos();
        do {
            contender.print(sample, number++);
            documents++;
        } while (System.nanoTime() < until);
        var wall = Duration.ofNanos(System.nanoTime() - start);
        return new Turn(documents, wall, contender.processorTime().minus(processor));
    }

    void report() throws Exception {
        for (var sample : Sample.values()) {
            System.out.printf(
                    "— %s: documents/s of the clock, of a processor, times slower than Chancery, pages, kB%n",
                    sample.title());
            double best = clock(contenders.get(0), sample);
            for (var contender : contenders) {
                var pdf = contender.print(sample, 1);
                double processor = median(contender, sample, Turn::milliseconds);
                System.out.printf(
                        Locale.ROOT,
                        "  %-24s %8.1f %8s %8.1f %4d %6d%n",
                        contender.name(),
                        clock(contender, sample),
                        processor > 0 ? String.format(Locale.ROOT, "%.1f", 1000 / processor) : "?",
                        best / clock(contender, sample),
                        pages(pdf),
                        pdf.length / 1000);
            }
        }
    }

    private double clock(Contender contender, Sample sample) {
        return median(contender, sample, Turn::perSecond);
    }

    private double median(Contender contender, Sample sample, ToDoubleFunction<Turn> figure) {
        var sorted =
                turns.get(contender).get(sample).stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static int pages(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
