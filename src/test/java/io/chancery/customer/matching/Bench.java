package io.chancery.customer.matching;

import io.chancery.customer.matching.BenchData.Labelled;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measures the engine on data sets with known truth: {@code Bench DATA_DIR SET...}, with «-v» before a set for its
 * errors, «-i» for the shipped weights, «-0» or «-1» for one half of the persons. */
final class Bench {

    private final BenchData data;
    private final List<Traits> traits;
    private final MatchModel model;
    private final boolean verbose;
    private final List<Edge> pairs = new ArrayList<>();
    private final int[] clusterOf;
    private final List<Doubt> doubts = new ArrayList<>();
    private long compared;

    private Bench(BenchData data, boolean verbose, boolean learn) {
        this.data = data;
        this.verbose = verbose;
        this.traits = data.records().stream().map(Labelled::traits).toList();
        long start = cpu();
        this.model = learn ? ModelLearner.learn(traits) : MatchModel.initial();
        long learnt = cpu();
        match();
        long matched = cpu();
        this.clusterOf = resolve();
        long resolved = cpu();
        System.out.printf(
                "%-17s %6d records, learn %.2f s, match %.2f s (%d pairs, %.0f ns), resolve %.2f s, k %.2f match %.1f household %.1f%n",
                data.name() + (learn ? "" : "*"),
                traits.size(),
                (learnt - start) / 1e9,
                (matched - learnt) / 1e9,
                compared,
                (matched - learnt) / (double) Math.max(1, compared),
                (resolved - matched) / 1e9,
                model.odds().perCustomer(),
                model.odds().match(),
                model.odds().household());
    }

    public static void main(String[] arguments) throws IOException {
        var options = new HashSet<String>();
        for (var argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            if (argument.startsWith("-")) {
                options.add(argument);
            } else {
                var data = BenchData.read(Path.of(arguments[0]), argument);
                new Bench(half(data, options), options.contains("-v"), !options.contains("-i")).report();
            }
        }
    }

    private static BenchData half(BenchData data, Set<String> options) {
        if (options.contains("-0")) {
            return data.half(0);
        }
        return options.contains("-1") ? data.half(1) : data;
    }

    private void match() {
        var byKey = new HashMap<Long, List<Integer>>();
        for (int i = 0; i < traits.size(); i++) {
            for (long key : MatchKeys.of(traits.get(i))) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < traits.size(); i++) {
            var near = new HashSet<Integer>();
            for (long key : MatchKeys.of(traits.get(i))) {
                var sharing = byKey.get(key);
                if (sharing.size() <= MatchKeys.MOST_RECORDS) {
                    near.addAll(sharing);
                }
            }
            for (int j : near) {
                if (j > i) {
                    compared++;
                    double weight = model.weight(traits.get(i), traits.get(j));
                    pairs.add(new Edge(i, j, weight));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Edge::a).thenComparingInt(Edge::b));
    }

    private int[] resolve() {
        var root = new int[traits.size()];
        Arrays.setAll(root, i -> i);
        var edges = pairs.stream()
                .filter(edge -> edge.weight() >= model.clusterWeight())
                .toList();
        edges.forEach(edge -> root[find(root, edge.b())] = find(root, edge.a()));
        var members = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < root.length; i++) {
            members.computeIfAbsent(find(root, i), none -> new ArrayList<>()).add(i);
        }
        var edgesOf = edges.stream().collect(Collectors.groupingBy(edge -> find(root, edge.a())));
        var result = new int[root.length];
        Arrays.setAll(result, i -> i);
        members.forEach((key, list) -> {
            if (list.size() > 1) {
                resolve(list, edgesOf.get(key), result);
            }
        });
        return result;
    }

    private void resolve(List<Integer> list, List<Edge> edges, int[] result) {
        var component = new Component(
                list.stream().map(traits::get).toList(),
                edges.stream()
                        .map(edge -> new Edge(
                                Collections.binarySearch(list, edge.a()),
                                Collections.binarySearch(list, edge.b()),
                                edge.weight()))
                        .toList(),
                List.of(),
                List.of());
        var resolution = new Resolver(model).resolve(component);
        for (int i = 0; i < list.size(); i++) {
            result[list.get(i)] = list.get(resolution.clusterOf()[i]);
        }
        resolution
                .doubts()
                .forEach(doubt ->
                        doubts.add(new Doubt(list.get(doubt.a()), list.get(doubt.b()), doubt.weight(), doubt.kind())));
    }

    private static int find(int[] root, int i) {
        while (root[i] != i) {
            root[i] = root[root[i]];
            i = root[i];
        }
        return i;
    }

    private String person(int record) {
        return data.records().get(record).person();
    }

    private boolean isTrue(int a, int b) {
        return person(a).equals(person(b));
    }

    private void report() {
        var clusters = new TreeMap<Integer, List<Integer>>();
        var persons = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < clusterOf.length; i++) {
            clusters.computeIfAbsent(clusterOf[i], none -> new ArrayList<>()).add(i);
            persons.computeIfAbsent(person(i), none -> new ArrayList<>()).add(i);
        }
        double said = clusters.values().stream()
                .mapToDouble(list -> pairs(list.size()))
                .sum();
        double real = persons.values().stream()
                .mapToDouble(list -> pairs(list.size()))
                .sum();
        double good = 0;
        int falseMerges = 0;
        double b3Precision = 0;
        double b3Recall = 0;
        for (var list : clusters.values()) {
            var split = list.stream().collect(Collectors.groupingBy(this::person, Collectors.counting()));
            falseMerges += split.size() > 1 ? 1 : 0;
            for (var part : split.entrySet()) {
                good += pairs(part.getValue().intValue());
                b3Precision += (double) part.getValue() * part.getValue() / list.size();
                b3Recall += (double) part.getValue()
                        * part.getValue()
                        / persons.get(part.getKey()).size();
            }
        }
        double p = good / Math.max(1, said);
        double r = good / real;
        double bp = b3Precision / clusterOf.length;
        double br = b3Recall / clusterOf.length;
        double found = pairs.stream().filter(edge -> isTrue(edge.a(), edge.b())).count();
        System.out.printf(
                "  clusters P %.4f R %.4f F1 %.4f, B3 %.4f, false merges %d, blocking recall %.4f%n",
                p, r, 2 * p * r / (p + r), 2 * bp * br / (bp + br), falseMerges, found / real);
        reportPairs(real);
        var kinds = doubts.stream().collect(Collectors.groupingBy(Doubt::kind, TreeMap::new, Collectors.toList()));
        var text = new StringBuilder();
        kinds.forEach((kind, list) -> text.append(String.format(
                " %s %d (%.2f true)",
                kind,
                list.size(),
                list.stream().filter(doubt -> isTrue(doubt.a(), doubt.b())).count() / (double) list.size())));
        System.out.printf("  queue %.4f of records:%s%n", doubts.size() / (double) clusterOf.length, text);
        if (verbose) {
            measureSpeed();
            doubts.forEach(doubt -> System.out.printf(
                    "  %s %.2f %s%n    %s%n    %s%n",
                    doubt.kind(), doubt.weight(), isTrue(doubt.a(), doubt.b()), text(doubt.a()), text(doubt.b())));
            showErrors(clusters, persons);
        }
    }

    private void reportPairs(double real) {
        var sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingDouble(edge -> -edge.weight()));
        double good = 0;
        double best = 0;
        double bestAt = 0;
        double atPrecision = 0;
        var bands = new TreeMap<Integer, int[]>();
        for (int i = 0; i < sorted.size(); i++) {
            var edge = sorted.get(i);
            boolean right = isTrue(edge.a(), edge.b());
            good += right ? 1 : 0;
            var band = bands.computeIfAbsent((int) Math.floor(edge.weight() / 2) * 2, none -> new int[2]);
            band[right ? 0 : 1]++;
            double p = good / (i + 1);
            double r = good / real;
            if (2 * p * r / (p + r) > best) {
                best = 2 * p * r / (p + r);
                bestAt = edge.weight();
            }
            if (p >= .99) {
                atPrecision = r;
            }
        }
        System.out.printf("  pairs best F1 %.4f at %.1f, R at P .99 %.4f%n", best, bestAt, atPrecision);
        var text = new StringBuilder();
        bands.subMap(-10, 30)
                .forEach((band, count) -> text.append(String.format(
                        " %d:%d/%d(%.2f)", band, count[0], count[1], count[0] / (double) (count[0] + count[1]))));
        System.out.println("  bands" + text);
    }

    /** Nanoseconds of CPU for a text, the keys of a record and the weight of a pair, after warming up. */
    private void measureSpeed() {
        var texts = traits.stream().map(Traits::text).toList();
        for (int round = 0; round < 5; round++) {
            long start = cpu();
            texts.forEach(Traits::parse);
            long parsed = cpu();
            traits.forEach(MatchKeys::of);
            long keyed = cpu();
            pairs.forEach(pair -> model.weight(traits.get(pair.a()), traits.get(pair.b())));
            long weighed = cpu();
            System.out.printf(
                    "  parse %d ns, keys %d ns, weight %d ns%n",
                    (parsed - start) / texts.size(), (keyed - parsed) / texts.size(), (weighed - keyed) / pairs.size());
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double pairs(int n) {
        return n * (n - 1) / 2.0;
    }

    private void showErrors(Map<Integer, List<Integer>> clusters, Map<String, List<Integer>> persons) {
        int shown = 0;
        for (var list : clusters.values()) {
            Set<String> split = list.stream().map(this::person).collect(Collectors.toSet());
            if (split.size() > 1 && shown++ < 25) {
                System.out.println("  FALSE MERGE");
                list.forEach(record -> System.out.println("    " + person(record) + " " + text(record)));
                showPairs(list, false);
            }
        }
        showNeverCompared(persons);
        showMissed(persons);
    }

    private void showMissed(Map<String, List<Integer>> persons) {
        int shown = 0;
        int step = persons.size() > 1000 ? 5 : 1;
        for (var list : persons.values()) {
            var split = list.stream().map(record -> clusterOf[record]).collect(Collectors.toSet());
            if (split.size() > 1 && shown++ % step == 0 && shown < 150) {
                System.out.println("  MISSED "
                        + list.stream().map(this::person).findFirst().orElse(""));
                list.forEach(record -> System.out.println("    " + clusterOf[record] + " " + text(record)));
                showPairs(list, true);
            }
        }
    }

    private void showNeverCompared(Map<String, List<Integer>> persons) {
        var compared = new HashSet<Long>();
        pairs.forEach(edge -> compared.add((long) edge.a() * traits.size() + edge.b()));
        int shown = 0;
        for (var list : persons.values()) {
            for (int i : list) {
                for (int j : list) {
                    if (i < j && !compared.contains((long) i * traits.size() + j) && shown++ % 10 == 0 && shown < 400) {
                        System.out.println("  BLOCKED " + model.weight(traits.get(i), traits.get(j)) + "\n    "
                                + text(i) + "\n    " + text(j));
                    }
                }
            }
        }
    }

    private String text(int record) {
        return data.records().get(record).source() + " " + traits.get(record).text();
    }

    private void showPairs(List<Integer> list, boolean right) {
        double best = -100;
        int[] at = {0, 0};
        for (int i : list) {
            for (int j : list) {
                boolean wanted = right ? clusterOf[i] != clusterOf[j] : !isTrue(i, j);
                if (i < j && wanted && model.weight(traits.get(i), traits.get(j)) > best) {
                    best = model.weight(traits.get(i), traits.get(j));
                    at = new int[] {i, j};
                }
            }
        }
        var score = model.score(traits.get(at[0]), traits.get(at[1]));
        System.out.println("      best " + at[0] + "-" + at[1] + " " + score.weight() + " "
                + score.levels().stream()
                        .map(level ->
                                level.attribute() + ":" + level.level() + " " + Math.round(level.weight() * 10) / 10.0)
                        .collect(Collectors.joining(", ")));
    }
}
