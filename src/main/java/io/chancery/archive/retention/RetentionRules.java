package io.chancery.archive.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of this company: the shipped ones of its jurisdiction and kind, and its own in their place. */
@ApplicationScoped
public class RetentionRules {

    /** What is kept for longest, and like which all is kept that has no rule. */
    public static final String STRICTEST = "book";

    private final Map<String, RetentionRule> rules;
    private final Month financialYearEnd;
    private final ZoneId zone;
    private final Clock clock;

    /** @throws IllegalArgumentException if the settings name no rules */
    RetentionRules(RetentionConfig config, Clock clock) {
        this.clock = clock;
        zone = config.zone();
        financialYearEnd = month(config.financialYearEnds());
        var merged = new HashMap<>(ShippedRules.of(config.jurisdiction(), config.entity()));
        config.rules().forEach((name, own) -> merged.put(name, rule(name, own)));
        if (!merged.containsKey(STRICTEST)) {
            throw new IllegalArgumentException("chancery.archive.retention: no rule for «book» of %s entities in %s"
                    .formatted(config.entity(), config.jurisdiction()));
        }
        rules = Map.copyOf(merged);
    }

    private static Month month(int number) {
        if (number < 1 || number > Month.values().length) {
            throw new IllegalArgumentException(
                    "chancery.archive.retention.financial-year-ends: there is no month " + number);
        }
        return Month.of(number);
    }

    private static RetentionRule rule(String name, RetentionConfig.Rule own) {
        return new RetentionRule(
                name,
                own.years(),
                StartRule.of(own.start()),
                own.duty(),
                own.source().orElse("settings"));
    }

    /**
     * What a rule means for something that was sent.
     *
     * @param year the one with whose end the period begins
     * @param until the last day on which it is kept
     */
    public record Period(RetentionRule rule, int year, LocalDate until) {}

    /** How long something is kept whose last step was at that time. */
    public Period period(String documentClass, Instant ended) {
        var rule = of(documentClass);
        var until = rule.lastDay(LocalDate.ofInstant(ended, zone), financialYearEnd);
        return new Period(rule, until.getYear() - rule.years(), until);
    }

    /** Whether that period is over. */
    public boolean isOver(Period period) {
        return today().isAfter(period.until());
    }

    /** The rule for a class of documents; one that nobody has made a rule for is kept like books. */
    public RetentionRule of(String documentClass) {
        return rules.getOrDefault(documentClass, Objects.requireNonNull(rules.get(STRICTEST)));
    }

    /** Whether there is a rule for just this class. */
    public boolean knows(String documentClass) {
        return rules.containsKey(documentClass);
    }

    /** All of them, in the order of their classes. */
    public List<RetentionRule> all() {
        return rules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Nothing of a rule is due that was sent at this time or later. */
    public Instant horizon(RetentionRule rule) {
        return today().minusYears(rule.years()).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Nothing at all is. */
    public Instant horizon() {
        return horizon(rules.values());
    }

    private Instant horizon(Collection<RetentionRule> some) {
        return some.stream().map(this::horizon).max(Instant::compareTo).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
