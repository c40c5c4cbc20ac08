package io.chancery.customer.registry;

import io.chancery.customer.matching.MatchKeys;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.matching.PairScore;
import io.chancery.customer.matching.Traits;
import io.chancery.customer.resolve.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people look over the engine's shoulder: which records are alike, how much, and why. Changes nothing. */
@ApplicationScoped
public class Likenesses {

    private final ProfileTable profiles;
    private final EdgeTable edges;
    private final DoubtTable doubts;
    private final Models models;

    Likenesses(ProfileTable profiles, EdgeTable edges, DoubtTable doubts, Models models) {
        this.doubts = doubts;
        this.edges = edges;
        this.profiles = profiles;
        this.models = models;
    }

    /**
     * A record that is alike.
     *
     * @param member the other record
     */
    public record Likeness(Member member, PairScore score) {}

    /** How alike two records are, under the weights in force. */
    public PairScore score(UUID a, UUID b) {
        var traits = profiles.traits(List.of(a, b));
        var one = traits.get(a);
        var other = traits.get(b);
        return one == null || other == null
                ? new PairScore(0, List.of())
                : models.current().model().score(one, other);
    }

    /** Records as the engine sees them. */
    public List<Member> members(Collection<UUID> records) {
        return profiles.members(records);
    }

    /** Whether no other record belongs to the record's customer. */
    public boolean isAlone(UUID record) {
        return edges.siblings(List.of(record)).size() == 1;
    }

    /** How many questions about a record wait for a person. */
    public long questions(UUID record) {
        return doubts.count(record);
    }

    /** How alike two of these are. */
    public PairScore score(Member a, Member b) {
        return models.current().model().score(a.traits(), b.traits());
    }

    /** The records that are most alike, the most alike first. */
    public List<Likeness> nearest(Traits traits, @Nullable UUID self, int limit) {
        var model = models.current().model();
        var keys = Arrays.stream(MatchKeys.of(traits)).boxed().toList();
        var found = new HashSet<UUID>();
        profiles.sharing(keys).values().forEach(found::addAll);
        if (self != null) {
            found.remove(self);
        }
        return profiles.members(found).stream()
                .map(member -> new Likeness(member, model.score(traits, member.traits())))
                .filter(likeness -> likeness.score().weight() >= model.keepWeight())
                .sorted(Comparator.comparingDouble(
                                (Likeness likeness) -> -likeness.score().weight())
                        .thenComparing(Likeness::member, Member.BY_NAME))
                .limit(limit)
                .toList();
    }

    /** From which weight on records are joined without asking. */
    public MatchModel model() {
        return models.current().model();
    }
}
