package io.chancery.platform.audit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Puts calls on record: outside of whatever transactions they have, so that it knows whether they were committed. */
@Interceptor
@Audited(value = AuditAction.VIEWED, kind = SubjectKind.AUDIT)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AuditInterceptor {

    /** Of a call that could have changed something, but no transaction has: a dry run, a repetition. */
    private static final String EFFECT = "effect";

    private final AuditLog log;
    private final CurrentActor actor;
    private final CallReader calls;

    AuditInterceptor(AuditLog log, CurrentActor actor, CallReader calls) {
        this.log = log;
        this.actor = actor;
        this.calls = calls;
    }

    @AroundInvoke
    Object record(InvocationContext call) throws Exception {
        var audited = call.getMethod().getAnnotation(Audited.class);
        if (isOfNoInterest(call, audited)) {
            return call.proceed();
        }
        var trail = new AuditTrail(actor.get(), calls.read(call, audited));
        var answer = proceed(call, trail);
        if (!trail.isRecorded()) {
            if (!trail.isLook()) {
                trail.detail(EFFECT, "none");
            }
            log.append(trail.actor(), trail.act());
        }
        return answer;
    }

    private boolean isOfNoInterest(InvocationContext call, Audited audited) {
        boolean routine = audited.intake() || audited.value().isRoutine();
        return routine && actor.isBusinessSystem()
                || !audited.given().isEmpty() && !CallReader.has(audited.given(), call);
    }

    private static Object proceed(InvocationContext call, AuditTrail trail) throws Exception {
        trail.enter();
        try {
            return call.proceed();
        } finally {
            trail.leave();
        }
    }
}
