package io.chancery.archive;

import io.chancery.vocabulary.Rendition;
import java.time.Instant;

/**
 * The exact bytes that were rendered for one delivery.
 *
 * @param sha256 of the content, lower-case hexadecimal
 */
public record KeptRendition(Rendition rendition, String sha256, Instant archivedAt) {}
