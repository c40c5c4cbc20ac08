package io.chancery.archive;

import io.chancery.vocabulary.Rendition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one text message leads to.
 *
 * @param deliveryId of the text message
 * @param token in the link; the archive does not keep it
 * @param pdf what the page offers beside itself
 * @param expiresAt when the link ends; what is kept does not
 */
public record ScreenDocument(
        UUID deliveryId, String token, Rendition.Page page, Rendition.@Nullable Document pdf, Instant expiresAt) {}
