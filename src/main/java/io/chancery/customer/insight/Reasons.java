package io.chancery.customer.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.UnknownCustomerException;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.registry.CustomerRecords;
import io.chancery.customer.registry.CustomerRecords.Subject;
import io.chancery.customer.registry.Likenesses;
import io.chancery.customer.registry.RecordName;
import io.chancery.customer.resolve.Member;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why records are one customer's, and why two customers are two. */
@ApplicationScoped
class Reasons {

    private final CustomerRecords customers;
    private final Likenesses likenesses;

    Reasons(CustomerRecords customers, Likenesses likenesses) {
        this.customers = customers;
        this.likenesses = likenesses;
    }

    /** One reason for each record. */
    record Why(List<Reason> items) {}

    /**
     * A record, and the one that it resembles most.
     *
     * @param rule own-record, matched or decided: on what grounds it belongs to its customer
     * @param nearest null if there is no other
     * @param weight in bits: how much speaks for one customer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(
            RecordName record,
            @Nullable String rule,
            @Nullable RecordName nearest,
            double weight,
            double probability,
            List<Explanation> levels) {}

    Why within(Ucid ucid, Explanations words) {
        var members = members(ucid);
        var items = new ArrayList<Reason>();
        for (var member : members) {
            items.add(reason(
                    member, members.stream().filter(other -> other != member).toList(), words));
        }
        return new Why(items);
    }

    Why between(Ucid one, Ucid two, Explanations words) {
        var others = members(two);
        return new Why(members(one).stream()
                .map(member -> reason(member, others, words))
                .toList());
    }

    private List<Member> members(Ucid ucid) {
        var records = customers.find(ucid).map(Subject::records).orElseThrow(UnknownCustomerException::new);
        return likenesses.members(records).stream().sorted(Member.BY_NAME).toList();
    }

    private record Scored(Member member, double weight) {}

    private Reason reason(Member member, List<Member> others, Explanations words) {
        var nearest = others.stream()
                .map(other -> new Scored(other, likenesses.score(member, other).weight()))
                .max(Comparator.comparingDouble(Scored::weight));
        if (nearest.isEmpty()) {
            return new Reason(name(member), member.rule(), null, 0, 1, List.of());
        }
        var other = nearest.get().member();
        var score = likenesses.score(member, other);
        return new Reason(
                name(member),
                member.rule(),
                name(other),
                score.weight(),
                MatchModel.probability(score.weight()),
                words.of(score));
    }

    private static RecordName name(Member member) {
        return new RecordName(member.source(), member.externalId());
    }
}
