package io.chancery.platform.audit;

import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the call that this thread carries out is to be recorded as, until it is. */
final class AuditTrail {

    private static final ThreadLocal<@Nullable AuditTrail> CURRENT = new ThreadLocal<>();

    private final Actor actor;
    private final SubjectKind kind;
    private final Map<String, String> detail;
    private AuditAction action;
    private String subject;
    private boolean recorded;

    AuditTrail(Actor actor, Act act) {
        this.actor = actor;
        this.action = act.action();
        this.kind = act.subjectKind();
        this.subject = act.subject();
        this.detail = new HashMap<>(act.detail());
    }

    /** The one of this thread, if it carries out a call that is recorded. */
    static Optional<AuditTrail> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** To be left again by {@link #leave}. */
    void enter() {
        CURRENT.set(this);
    }

    void leave() {
        CURRENT.remove();
    }

    void did(AuditAction other) {
        action = other;
    }

    void about(String id) {
        subject = id;
    }

    void detail(String name, String value) {
        detail.put(name, value);
    }

    boolean isLook() {
        return action.isLook();
    }

    Actor actor() {
        return actor;
    }

    Act act() {
        return new Act(action, kind, subject, detail);
    }

    boolean isRecorded() {
        return recorded;
    }

    /** A transaction with the entry has been committed. */
    void recorded() {
        recorded = true;
    }
}
