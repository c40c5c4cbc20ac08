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

    private static final class Tally {
        private int all;
        private int rightVerdicts;
        private int cities;
        private int rightCities;
        private int postcodes;
        private int rightPostcodes;
        private int certain;
        private int rightCertain;

        void add(Case each, AddressCheck check, boolean tell) {
            all++;
            boolean verdict = check.verdict() == each.expected();
            rightVerdicts += verdict ? 1 : 0;
            var proposal = check.proposal();
            boolean city = proposal != null && each.city().equalsIgnoreCase(Objects.requireNonNullElse(proposal.city(), ""));
            boolean postcode = proposal != null && each.postcode().equals(proposal.postcode());
            if (each.expected() == Verdict.CORRECTABLE_CITY) {
                cities++;
                rightCities += city ? 1 : 0;
            }
            boolean wrongPostcode = !each.postcode().equals(each.written().postcode());
            if (wrongPostcode && !each.postcode().isEmpty() && each.expected() != Verdict.VALID) {
                postcodes++;
                rightPostcodes += postcode ? 1 : 0;
            }
            if (check.certain()) {
                certain++;
                rightCertain += city && postcode ? 1 : 0;
            }
            boolean fine = verdict && (each.expected() != Verdict.CORRECTABLE_CITY || city);
            if (tell && (!fine || (check.certain() && !(city && postcode)))) {
                System.out.println(each + " → " + check);
            }
        }

        Figures figures() {
            return new Figures(
                    share(rightVerdicts, all),
                    share(rightCities, cities),
                    share(rightPostcodes, postcodes),
                    share(rightCertain, certain));
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 1 : (double) part / whole;
        }
    }

    static List<Case> read(Path file) throws IOException {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream()
                    .map(line -> new Case(
                            new Address(null, line.getField("zip_in"), line.getField("city_in"), line.getField("country")),
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
            System.out.println(argument + ": " + cases.size() + " cases, " + Figures.of(cases, Boolean.getBoolean("tell")));
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
