package io.chancery.template.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a version stands.
 *
 * @param initiation {@code reactive} or {@code proactive}; null for a block or a brand
 * @param status what was done to it last; {@link Step.Kind#PUBLISHED} also when a newer one is live
 * @param live whether new messages are made from it or, for a block or a brand, new versions of templates pin it
 * @param by who did that
 * @param at when it was done
 * @param from from when a publication counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionState(
        int number, @Nullable String initiation, Step.Kind status, boolean live, String by, Instant at, Instant from) {}
