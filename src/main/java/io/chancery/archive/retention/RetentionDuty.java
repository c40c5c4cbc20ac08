package io.chancery.archive.retention;

import io.chancery.archive.retention.DutyTable.Fact;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must be kept, until when, and under which duty: computed as the rules are today. */
@ApplicationScoped
public class RetentionDuty {

    private final RetentionRules rules;
    private final DutyTable table;

    RetentionDuty(RetentionRules rules, DutyTable table) {
        this.rules = rules;
        this.table = table;
    }

    /**
     * What binds one delivery.
     *
     * @param documentClass as its template names it
     * @param rule the one that applies to that class
     * @param year with whose end its period begins; null while it is not final
     * @param until the last day on which it is kept; null while it is not final
     * @param over whether that day has passed
     * @param holds the legal holds in force that it is under
     */
    public record Duty(
            UUID deliveryId,
            Channel channel,
            String documentClass,
            RetentionRule rule,
            @Nullable Integer year,
            @Nullable LocalDate until,
            boolean over,
            List<UUID> holds) {

        /** Whether what has happened to it has come to its end. */
        public boolean isFinal() {
            return until != null;
        }

        public boolean isOnHold() {
            return !holds.isEmpty();
        }

        /** Whether it goes at the end of its period, which has come. */
        public boolean isDue() {
            return over && !isOnHold();
        }

        /** Whether it has to be kept even if the person whom it is about wants to be erased (GDPR Art. 17 (3) b and e). */
        public boolean mustBeKept() {
            return isOnHold() || rule.duty() && !over;
        }
    }

    /** Of each of these deliveries that is on record, in the order of their ids. */
    public Map<UUID, Duty> of(Collection<UUID> deliveryIds) {
        var found = new LinkedHashMap<UUID, Duty>();
        duties(table.facts(deliveryIds)).forEach(duty -> found.put(duty.deliveryId(), duty));
        return found;
    }

    /**
     * Of all that these customers got, in the order of the deliveries' ids.
     *
     * @param customerIds all ids of one person
     * @param after the last one of the part before; the id of nothing but zeros for the first part
     */
    public List<Duty> ofCustomers(Set<UUID> customerIds, UUID after, int limit) {
        return duties(table.ofCustomers(customerIds, after, limit));
    }

    /** Whether there is a rule for just this class of documents. */
    public boolean hasRule(String documentClass) {
        return rules.knows(documentClass);
    }

    /** Of what is old enough that a rule may let it go, in the order of the deliveries' ids; the same parts. */
    public List<Duty> ofOld(UUID after, int limit) {
        return duties(table.between(after, rules.horizon(), limit));
    }

    private List<Duty> duties(List<Fact> facts) {
        var holds = table.holds(facts.stream().map(Fact::deliveryId).toList());
        return facts.stream()
                .map(fact -> duty(fact, holds.getOrDefault(fact.deliveryId(), List.of())))
                .toList();
    }

    private Duty duty(Fact fact, List<UUID> holds) {
        var ended = fact.status().isFinal() ? fact.ended() : null;
        if (ended == null) {
            var rule = rules.of(fact.documentClass());
            return new Duty(fact.deliveryId(), fact.channel(), fact.documentClass(), rule, null, null, false, holds);
        }
        var period = rules.period(fact.documentClass(), ended);
        return new Duty(
                fact.deliveryId(),
                fact.channel(),
                fact.documentClass(),
                period.rule(),
                period.year(),
                period.until(),
                rules.isOver(period),
                holds);
    }
}
