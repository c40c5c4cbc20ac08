package io.chancery.customer.rematch;

import io.chancery.customer.resolve.Move;
import io.chancery.customer.resolve.Plan;
import io.chancery.vocabulary.Ucid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a re-match changed, or would change.
 *
 * @param pairs of records that are alike enough to be kept
 * @param moved records that come to another customer
 * @param merged customers that become another's alias
 * @param opened customers that come to be
 * @param asked questions to stewards that are open afterwards
 * @param seconds that comparing and settling took
 * @param examples the first hundred moves
 */
record RematchReport(
        int records, int pairs, int moved, int merged, int opened, int asked, double seconds, List<Example> examples) {

    private static final int EXAMPLES = 100;

    /**
     * A record that moves.
     *
     * @param from null if it belonged to nobody
     * @param to null for a customer that does not exist yet
     */
    record Example(
            String source,
            String record,
            @Nullable Ucid from,
            @Nullable Ucid to) {}

    static RematchReport of(Recount recount, Plan plan, int asked, double seconds, Map<UUID, Ucid> ucids) {
        var moves = plan.moves().stream().filter(RematchReport::isMove).toList();
        var examples = moves.stream()
                .limit(EXAMPLES)
                .map(move ->
                        new Example(move.source(), move.externalId(), ucid(move.from(), ucids), ucids.get(move.to())))
                .toList();
        return new RematchReport(
                recount.records(),
                recount.edges().size(),
                moves.size(),
                plan.merged().size(),
                plan.opened().size(),
                asked,
                seconds,
                examples);
    }

    private static @Nullable Ucid ucid(@Nullable UUID customer, Map<UUID, Ucid> ucids) {
        return customer == null ? null : ucids.get(customer);
    }

    private static boolean isMove(Move move) {
        return !Objects.equals(move.from(), move.to());
    }

    /** The customers of the examples, whose ids for people are needed. */
    static List<UUID> customers(Plan plan) {
        return plan.moves().stream()
                .filter(RematchReport::isMove)
                .limit(EXAMPLES)
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .toList();
    }
}
