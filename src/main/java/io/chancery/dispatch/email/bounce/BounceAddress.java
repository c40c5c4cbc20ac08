package io.chancery.dispatch.email.bounce;

import io.chancery.platform.links.Signatures;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.math.BigInteger;
import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The return path of a mail (variable envelope return path): {@code b+<delivery>.<signature>@<domain>}, 45 octets before
 * the at sign, in letters and digits that may change their case on the way. The signature, 80 bits of an HMAC-SHA-256,
 * makes sure that nobody but those who have seen the mail can speak of its delivery.
 */
@ApplicationScoped
public class BounceAddress {

    private static final String USE = "bounce-address";

    private static final String DOMAIN = "chancery.dispatch.email.bounces.domain";

    private static final int RADIX = 32;
    private static final int ID_LENGTH = 26;
    private static final int SIGNATURE_BYTES = 10;
    private static final int SIGNATURE_LENGTH = 16;

    private static final Pattern TOKEN = Pattern.compile("(?<![0-9a-z])[0-9a-v]{26}\\.[0-9a-v]{16}(?![0-9a-z])");
    /** With 46 octets before it, the address stays within the 254 of RFC 5321 §4.5.3.1.3. */
    private static final int LONGEST_DOMAIN = 200;

    private final @Nullable String domain;
    private final UnaryOperator<byte[]> signer;

    @Inject
    BounceAddress(BounceConfig config, Signatures signatures) {
        this(config.domain().orElse(null), signed -> signatures.sign(USE, signed));
        if (config.host().isPresent() && domain == null) {
            throw new IllegalStateException("chancery.dispatch.email.bounces.host needs " + DOMAIN
                    + ": no bounce is believed that does not come to an address of ours");
        }
    }

    BounceAddress(@Nullable String domain, UnaryOperator<byte[]> signer) {
        this.domain = domain == null ? null : checked(domain);
        this.signer = signer;
    }

    /** Makes this bean before any mail leaves, so that wrong settings stop the start. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {}

    /** The return path of a delivery; empty if no domain is configured. */
    public Optional<String> of(UUID deliveryId) {
        return Optional.ofNullable(domain).map(known -> "b+" + token(deliveryId) + "@" + known);
    }

    /** What names the delivery, without the domain: 43 letters, digits and a dot. */
    public String token(UUID deliveryId) {
        var id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(deliveryId.getMostSignificantBits())
                .putLong(deliveryId.getLeastSignificantBits())
                .array();
        var signature = Arrays.copyOf(signer.apply(id), SIGNATURE_BYTES);
        return spell(id, ID_LENGTH) + "." + spell(signature, SIGNATURE_LENGTH);
    }

    /**
     * The delivery that the first genuine token in a text names. What stands around it does not count: forwarders put our
     * address into one of theirs, and a domain may be given up.
     */
    Optional<UUID> find(String text) {
        return TOKEN.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> verified(found.group()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<UUID> verified(String token) {
        var number = new BigInteger(token.substring(0, ID_LENGTH), RADIX);
        var id = new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
        boolean genuine = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.US_ASCII), token(id).getBytes(StandardCharsets.US_ASCII));
        return genuine ? Optional.of(id) : Optional.empty();
    }

    private static String spell(byte[] bytes, int length) {
        var digits = new BigInteger(1, bytes).toString(RADIX);
        return "0".repeat(length - digits.length()) + digits;
    }

    /** A domain that mails cannot leave under must be found now, not by the first mail. */
    private static String checked(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            if (ascii.contains(".") && ascii.length() <= LONGEST_DOMAIN) {
                return ascii.toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException notADomain) {
            // Said below.
        }
        throw new IllegalStateException(DOMAIN + " is not a domain: " + domain);
    }
}
