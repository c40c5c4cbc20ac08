package io.chancery.archive.person.period;

import io.chancery.archive.retention.RetentionRules;
import io.chancery.platform.person.KeepingPeriods;
import jakarta.enterprise.context.ApplicationScoped;

/** The periods of the rules of retention. */
@ApplicationScoped
class RulePeriods implements KeepingPeriods {

    private final RetentionRules rules;

    RulePeriods(RetentionRules rules) {
        this.rules = rules;
    }

    @Override
    public Period of(String documentClass) {
        var rule = rules.of(documentClass);
        return new Period(rule.years(), rule.start().code(), rule.duty(), rule.source());
    }
}
