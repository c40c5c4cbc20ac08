package io.chancery.platform.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;

/**
 * Makes and checks tokens for links that have to be short: 96 bits of a signature, and nothing else. A token is always the
 * same for an id and a use, and does not say them; whoever makes one keeps what it leads to, and until when.
 */
@ApplicationScoped
public class ShortLinks {

    /** Without 0, O, I and l, which people mistake for each other; without signs, at which phones end a link. */
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int BYTES = 12;
    private static final int LENGTH = 17;

    private final LinkKey key;

    ShortLinks(LinkKey key) {
        this.key = key;
    }

    /** The token of an id for this use alone, 17 letters and digits. */
    public String token(String use, UUID id) {
        var named = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return spell(new BigInteger(1, Arrays.copyOf(key.sign(use, named), BYTES)));
    }

    private static String spell(BigInteger number) {
        var letters = new StringBuilder();
        for (var rest = number; letters.length() < LENGTH; rest = rest.divide(BASE)) {
            letters.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
        }
        return letters.reverse().toString();
    }

    /** Whether it is the token of this id for this use; takes as long for one that is nearly right as for any other. */
    public boolean isToken(String token, String use, UUID id) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), token(use, id).getBytes(StandardCharsets.UTF_8));
    }
}
