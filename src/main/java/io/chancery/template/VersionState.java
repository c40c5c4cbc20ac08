package io.chancery.template;

import io.chancery.template.store.Step;
import java.time.Instant;

/**
 * Where a version stands.
 *
 * @param initiation {@code reactive} or {@code proactive}
 * @param status what was done to it last; {@link Step.Kind#PUBLISHED} also when a newer one is live
 * @param live whether new messages are made from it
 * @param by who did that
 * @param at when it was done
 * @param from from when a publication counts
 */
public record VersionState(
        int number, String initiation, Step.Kind status, boolean live, String by, Instant at, Instant from) {}
