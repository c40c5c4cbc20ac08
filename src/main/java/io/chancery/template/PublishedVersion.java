package io.chancery.template;

import java.time.Instant;

/**
 * That a version went live.
 *
 * @param initiation {@code reactive} or {@code proactive}
 */
public record PublishedVersion(int number, String initiation, Instant publishedAt) {}
