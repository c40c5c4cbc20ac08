package io.chancery.consent;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers who have said something, for tests of what follows from it. */
public final class Standings {

    private static final Instant SAID = Instant.parse("2026-03-02T10:00:00Z");

    private Standings() {}

    /** Of somebody who agreed to advertising by mail. */
    public static Standing agreed(String address) {
        return Standing.of(List.of(declaration(Status.CONFIRMED, new Scope(Channel.EMAIL, "marketing"), address)));
    }

    /** Of somebody who agreed to it, and objects to all advertising now. */
    public static Standing objecting(String address) {
        return Standing.of(List.of(
                declaration(Status.CONFIRMED, new Scope(Channel.EMAIL, "marketing"), address),
                declaration(Status.OBJECTED, Scope.ADVERTISING, null)));
    }

    private static Declaration declaration(Status status, Scope scope, @Nullable String address) {
        return new Declaration(
                UUID.randomUUID(),
                scope,
                status,
                SAID,
                address,
                List.of(),
                new Evidence("shop", "said so", Map.of()),
                new Declaration.Entry(UUID.randomUUID(), null, null, "test", SAID));
    }
}
