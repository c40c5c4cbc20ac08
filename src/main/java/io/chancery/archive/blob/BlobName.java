package io.chancery.archive.blob;

import io.chancery.platform.digest.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which content it is.
 *
 * @param sha256 of the content as it is stored, lower-case hexadecimal: encryption makes it another one at each try, so that
 *     what a failed transaction left behind is never in the way
 */
public record BlobName(UUID deliveryId, int part, String sha256) {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);
    private static final Pattern PATH = Pattern.compile("[0-9]{4,5}-[0-9]{2}/([0-9a-f-]{36})-([0-9])-([0-9a-f]{64})");
    private static final int TIME_BITS = 48;

    /** @param sha256 as it stands in the row */
    public static BlobName of(UUID deliveryId, int part, byte[] sha256) {
        return new BlobName(deliveryId, part, Sha256.hexadecimal(sha256));
    }

    /** Below the month of the delivery (UUID version 7 begins with the time), so that what expires lies together. */
    String path() {
        var time = Instant.ofEpochMilli(deliveryId.getMostSignificantBits() >>> (Long.SIZE - TIME_BITS));
        return "%s/%s-%d-%s".formatted(MONTH.format(time), deliveryId, part, sha256);
    }

    /** Empty if that is no path of ours. */
    static Optional<BlobName> ofPath(String path) {
        var matcher = PATH.matcher(path);
        return matcher.matches()
                ? Optional.of(new BlobName(
                        UUID.fromString(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }
}
