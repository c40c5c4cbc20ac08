package io.chancery.archive.retention;

import io.chancery.platform.Sql;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Rules of retention for tests. */
public record TestRetention(
        String jurisdiction, String entity, int financialYearEnds, ZoneId zone, Map<String, Rule> rules)
        implements RetentionConfig {

    /** An ordinary company in Germany. */
    public static final TestRetention SHIPPED =
            new TestRetention("de", "ordinary", 12, ZoneId.of("Europe/Berlin"), Map.of());

    public RetentionRules rules(Clock clock) {
        return new RetentionRules(this, clock);
    }

    public RetentionDuty duty(Sql sql, Clock clock) {
        return new RetentionDuty(rules(clock), new DutyTable(sql));
    }

    TestRetention in(String country, String kind, int month) {
        return new TestRetention(country, kind, month, zone, rules);
    }

    TestRetention with(Map<String, Rule> own) {
        return new TestRetention(jurisdiction, entity, financialYearEnds, zone, own);
    }
}
