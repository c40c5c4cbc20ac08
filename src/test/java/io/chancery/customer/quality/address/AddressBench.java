package io.chancery.customer.quality.address;

import de.siegmar.fastcsv.reader.CsvReader;
import io.chancery.customer.quality.address.DamagedAddresses.Case;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How often checks are right, how well cities and postcodes are repaired, and how fast. Arguments: a CSV file of cases
 * ({@code country,zip_in,city_in,expected_verdict,true_zip,true_city}), or numbers as seeds of generated ones.
 */
final class AddressBench {

    private static final int GENERATED = 20_000;

    private AddressBench() {}

    /** Shares of right answers; repairs count by their first proposal. */
    record Figures(double verdicts, double cities, double postcodes, double certainRight) {

        static Figures of(List<Case> cases, boolean tell) {
            var tally = new Tally();
            cases.forEach(each -> tally.add(each, Addresses.check(each.written()), tell));
            return tally.figures();
        }
    }

    /** How many of those that count are right. */
    private static final class Share {
        private int all;
        private int right;

        void add(boolean counts, boolean isRight) {
            all += counts ? 1 : 0;
            right += counts && isRight ? 1 : 0;
        }

        static boolean isFine(boolean counts, boolean isRight) {
            return !counts || isRight;
        }

        double value() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    private static final class Tally {
        private final Share verdicts = new Share();
        private final Share cities = new Share();
        private final Share postcodes = new Share();
        private final Share certain = new Share();

        void add(Case each, AddressCheck check, boolean tell) {
            boolean verdict = check.verdict() == each.expected();
            boolean city = isCity(each, check);
            boolean postcode = isPostcode(each, check);
            boolean misspelled = each.expected() == Verdict.CORRECTABLE_CITY;
            verdicts.add(true, verdict);
            cities.add(misspelled, city);
            postcodes.add(isRepairable(each), postcode);
            certain.add(check.certain(), city && postcode);
            if (tell
                    && !(verdict
                            && Share.isFine(misspelled, city)
                            && Share.isFine(check.certain(), city && postcode))) {
                System.out.println(each + " → " + check);
            }
        }

        private static boolean isCity(Case each, AddressCheck check) {
            var proposal = check.proposal();
            return proposal != null && each.city().equalsIgnoreCase(Objects.requireNonNullElse(proposal.city(), ""));
        }

        private static boolean isPostcode(Case each, AddressCheck check) {
            var proposal = check.proposal();
            return proposal != null && each.postcode().equals(proposal.postcode());
        }

        private static boolean isRepairable(Case each) {
            boolean damaged = !each.postcode().equals(each.written().postcode());
            return damaged && !each.postcode().isEmpty() && each.expected() != Verdict.VALID;
        }

        Figures figures() {
            return new Figures(verdicts.value(), cities.value(), postcodes.value(), certain.value());
        }
    }

    static List<Case> read(Path file) throws IOException {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream()
                    .map(line -> new Case(
                            new Address(
                                    null, line.getField("zip_in"), line.getField("city_in"), line.getField("country")),
                            Verdict.valueOf(line.getField("expected_verdict")),
                            line.getField("true_zip"),
                            line.getField("true_city")))
                    .toList();
        }
    }

    public static void main(String[] arguments) throws IOException {
        load();
        for (var argument : arguments) {
            var cases = argument.matches("\\d+")
                    ? new DamagedAddresses(Long.parseLong(argument)).list(GENERATED)
                    : read(Path.of(argument));
            System.out.println(
                    argument + ": " + cases.size() + " cases, " + Figures.of(cases, Boolean.getBoolean("tell")));
            time(cases);
        }
    }

    private static void load() {
        long heap = heapInUse();
        long begin = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Addresses.check(new Address(null, "10115", "Berlin", "DE"));
        System.out.printf(
                "loading: %d ms, %d ms of them on the processor, %.1f MB of heap%n",
                (System.nanoTime() - begin) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000,
                (heapInUse() - heap) / 1e6);
    }

    private static long heapInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void time(List<Case> cases) {
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            cases.forEach(each -> Addresses.check(each.written()));
            System.out.printf(
                    "  %.1f µs a check, %.1f µs of them on the processor%n",
                    (System.nanoTime() - begin) / 1e3 / cases.size(),
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e3 / cases.size());
        }
    }
}
