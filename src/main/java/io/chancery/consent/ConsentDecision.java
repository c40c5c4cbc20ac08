package io.chancery.consent;

public sealed interface ConsentDecision {
    record Allowed(String evidence) implements ConsentDecision {}

    record Refused(io.chancery.vocabulary.Reason reason) implements ConsentDecision {}
}
