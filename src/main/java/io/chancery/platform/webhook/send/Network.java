package io.chancery.platform.webhook.send;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * A block of addresses, as CIDR notation has it.
 *
 * @param bits how many leading bits its addresses share
 */
record Network(InetAddress first, int bits) {

    /** @throws IllegalArgumentException unless it is {@code address/bits}, or an address alone */
    static Network of(String text) {
        var parts = text.split("/", 2);
        var address = literal(parts[0]);
        int longest = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > longest) {
            throw new IllegalArgumentException("No network has a prefix of " + bits + " bits: " + text);
        }
        return new Network(address, bits);
    }

    /** Whether the text may be one, and is no name of a host. */
    static boolean isLiteral(String text) {
        return text.contains("/")
                || text.contains(":")
                || text.toLowerCase(Locale.ROOT).matches("[0-9.]+");
    }

    /** The JDK asks nobody about a literal; and it takes an IPv4 address in the clothes of IPv6 for what it is. */
    private static InetAddress literal(String text) {
        if (!isLiteral(text)) {
            throw new IllegalArgumentException("Not an address: " + text);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        var own = first.getAddress();
        var other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << Byte.SIZE - 1 - bit % Byte.SIZE;
            if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
