package io.chancery.customer.matching.count;

/** A hash of 64 bits that is the same on every machine and in every version. */
public final class Hash {

    private Hash() {}

    /** Never 0, which stands for nothing. */
    public static long of(int kind, String text) {
        long hash = 0xcbf29ce484222325L ^ (kind * 0x9e3779b97f4a7c15L);
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return Math.max(1, mix(hash) & Long.MAX_VALUE) * ((hash & 1) == 0 ? 1 : -1);
    }

    /** Spreads near numbers far. */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xd6e8feb86659fd93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 32);
    }
}
