package io.chancery.customer.resolve;

import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.resolve.Known.Kind;
import io.chancery.customer.resolve.Move.Grounds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the links that must change so that every cluster is one customer, and on what grounds each record is there. */
final class Moves {

    private final Map<UUID, UUID> owners;
    private final @Nullable UUID operation;
    private final Map<UUID, Known> best = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();

    /** @param owners the customer of each record from now on */
    Moves(Map<UUID, UUID> owners, Collection<Known> known, @Nullable UUID operation) {
        this.owners = owners;
        this.operation = operation;
        for (var one : known) {
            if (one.kind() != Kind.DIFFERENT && isInside(one.pair())) {
                best.merge(one.pair().a(), one, Moves::stronger);
                best.merge(one.pair().b(), one, Moves::stronger);
            }
        }
    }

    private boolean isInside(RecordPair pair) {
        var owner = owners.get(pair.a());
        return owner != null && owner.equals(owners.get(pair.b()));
    }

    private static Known stronger(Known one, Known other) {
        if (one.kind() != other.kind()) {
            return one.kind() == Kind.SAME ? one : other;
        }
        return one.weight() >= other.weight() ? one : other;
    }

    /** All moves of the clusters' records. */
    List<Move> of(List<List<Member>> clusters) {
        clusters.forEach(cluster -> cluster.forEach(this::check));
        return moves;
    }

    private void check(Member member) {
        var owner = owners.get(member.id());
        var grounds = grounds(member);
        boolean decidedAnew =
                (grounds == Grounds.DECIDED) != Grounds.DECIDED.rule().equals(member.rule());
        if (owner != null && (!owner.equals(member.customer()) || decidedAnew)) {
            moves.add(new Move(
                    member.id(),
                    member.source(),
                    member.externalId(),
                    member.customer(),
                    owner,
                    grounds,
                    score(member),
                    operation));
        }
    }

    private Grounds grounds(Member member) {
        var known = best.get(member.id());
        if (known == null) {
            return Grounds.OWN_RECORD;
        }
        return known.kind() == Kind.SAME ? Grounds.DECIDED : Grounds.MATCHED;
    }

    private double score(Member member) {
        var known = best.get(member.id());
        return known == null || known.kind() == Kind.SAME ? 1 : MatchModel.probability(known.weight());
    }
}
