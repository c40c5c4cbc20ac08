package io.chancery.customer.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.registry.Likenesses;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what people decided against what the engine believes. */
@ApplicationScoped
class Thresholds {

    /** In bits: each is twice as likely as the one before. */
    private static final int BAND = 2;

    private final Sql sql;
    private final Likenesses likenesses;

    Thresholds(Sql sql, Likenesses likenesses) {
        this.sql = sql;
        this.likenesses = likenesses;
    }

    /**
     * What the bands say.
     *
     * @param cluster from which weight on records may be joined without asking
     * @param keep below which weight nobody is asked
     */
    record Report(double cluster, double keep, List<Band> bands) {}

    /**
     * Reviewed pairs of about one weight.
     *
     * @param from in bits, inclusive
     * @param to exclusive
     * @param open questions of this weight that wait
     * @param precision share of «same»; null if nobody has reviewed any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Band(
            int from,
            int to,
            double probability,
            long same,
            long different,
            long open,
            @Nullable Double precision) {}

    Report report() {
        var counts = new TreeMap<Integer, long[]>();
        var model = likenesses.model();
        reviewed().forEach(pair -> {
            double weight = likenesses.score(pair.a(), pair.b()).weight();
            counts.computeIfAbsent(band(weight), band -> new long[3])[pair.same() ? 0 : 1]++;
        });
        open().forEach(weight -> counts.computeIfAbsent(band(weight), band -> new long[3])[2]++);
        var bands = new ArrayList<Band>();
        counts.forEach((band, count) -> bands.add(band(band * BAND, count)));
        return new Report(model.clusterWeight(), model.keepWeight(), bands);
    }

    private static Band band(int from, long[] count) {
        long reviewed = count[0] + count[1];
        return new Band(
                from,
                from + BAND,
                MatchModel.probability(from + BAND / 2.0),
                count[0],
                count[1],
                count[2],
                reviewed == 0 ? null : count[0] / (double) reviewed);
    }

    private static int band(double weight) {
        return Math.floorDiv((int) Math.floor(weight), BAND);
    }

    private record Reviewed(UUID a, UUID b, boolean same) {}

    /** Only what was asked pair by pair: of a merge by hand nobody looked at every pair. */
    private List<Reviewed> reviewed() {
        var text = """
                select record_a, record_b, verdict = 'same' from match_decision
                    join link_operation on link_operation.id = operation_id and kind in ('same', 'different')
                order by acted_at desc limit 20000
                """;
        return sql.run(
                text,
                statement -> Sql.rows(
                        statement,
                        row -> new Reviewed(
                                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3))));
    }

    private List<Double> open() {
        return sql.run("select weight from match_candidate", statement -> Sql.rows(statement, row -> row.getDouble(1)));
    }
}
