package io.chancery.platform.security;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.SubjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who signs in goes on record before they are let in, and who is not let in, too. */
@ApplicationScoped
class SignIns {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Anybody can be refused, as often as they like: more than that in a minute are counted and not told one by one. */
    private static final int REFUSALS = 60;

    private final AuditLog log;
    private final Clock clock;
    private Instant windowEnd = Instant.MIN;
    private int refusals;

    SignIns(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @throws io.chancery.platform.DatabaseException if that cannot be put on record: then nobody is let in */
    void accepted(ApiClient client, String address) {
        log.append(
                new Actor(client.name(), List.copyOf(client.roles()), address),
                new Act(AuditAction.SIGNED_IN, SubjectKind.SESSION, client.name(), Map.of()));
    }

    /** What was typed instead of a key may be anything, so nothing of it is kept but the public part of a key. */
    void refused(String typed, String address) {
        var detail = ApiKey.parse(typed).map(key -> Map.of("key", key.id())).orElse(Map.of());
        refused(detail, address);
    }

    /** Nobody knows who it was for whom another system did not vouch; only why is kept. */
    void notVouchedFor(String reason, String address) {
        refused(Map.of("reason", reason), address);
    }

    private void refused(Map<String, String> known, String address) {
        int untold = count();
        if (untold < 0) {
            return;
        }
        var detail = new HashMap<>(known);
        if (untold > 0) {
            detail.put("untold", Integer.toString(untold));
        }
        log.append(
                new Actor("", List.of(), address),
                new Act(AuditAction.SIGN_IN_REFUSED, SubjectKind.SESSION, "", detail));
    }

    /** How many were refused before that nobody was told of; -1 if this one is not told either. */
    private synchronized int count() {
        var now = clock.instant();
        int untold = 0;
        if (!now.isBefore(windowEnd)) {
            untold = Math.max(0, refusals - REFUSALS);
            windowEnd = now.plus(WINDOW);
            refusals = 0;
        }
        refusals++;
        return refusals > REFUSALS ? -1 : untold;
    }
}
