package io.chancery.archive.document;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import io.chancery.archive.key.CustomerKey;
import io.chancery.platform.keys.SealedBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they are stored: compressed where it pays (Zstandard, RFC 8878), then encrypted for the customer. The first
 * byte inside says which: 0 as they are, 1 compressed, 2 compressed with a dictionary, whose id (16 bytes) comes next.
 */
final class Packing {

    private static final byte PLAIN = 0;
    private static final byte COMPRESSED = 1;
    private static final byte BY_DICTIONARY = 2;
    static final int LEVEL = 3;
    /** Shorter ones gain nothing: what describes the compression is as long as what it saves. */
    private static final int LEAST = 64;

    /** One for each thread: its tables are larger than most documents, and making them would take longer than using them. */
    private static final ThreadLocal<ZstdCompressCtx> COMPRESSION =
            ThreadLocal.withInitial(() -> new ZstdCompressCtx().setLevel(LEVEL));

    private final SealedBytes key;
    private final byte[] context;

    private Packing(SealedBytes key, UUID deliveryId, int part, char role) {
        this.key = key;
        this.context = ByteBuffer.allocate(2 * Long.BYTES + 2)
                .putLong(deliveryId.getMostSignificantBits())
                .putLong(deliveryId.getLeastSignificantBits())
                .put((byte) part)
                .put((byte) role)
                .array();
    }

    /** Of the bytes of a document, which cannot be passed off as anything else's. */
    static Packing ofContent(CustomerKey key, UUID deliveryId, int part) {
        return new Packing(key.documents(), deliveryId, part, 'b');
    }

    /** Of what a document was made of. */
    static Packing ofContext(CustomerKey key, UUID deliveryId, int part) {
        return new Packing(key.documents(), deliveryId, part, 'c');
    }

    /** @param dictionary what such documents have in common, if that is known */
    byte[] pack(byte[] clear, @Nullable Dictionary dictionary) {
        return key.seal(framed(clear, dictionary), context);
    }

    private static byte[] framed(byte[] clear, @Nullable Dictionary dictionary) {
        if (clear.length >= LEAST) {
            if (dictionary != null) {
                return prefixed(dictionary.id(), dictionary.compress(clear));
            }
            var compressed = COMPRESSION.get().compress(clear);
            if (compressed.length < clear.length) {
                return prefixed(COMPRESSED, compressed);
            }
        }
        return prefixed(PLAIN, clear);
    }

    private static byte[] prefixed(byte form, byte[] bytes) {
        return ByteBuffer.allocate(1 + bytes.length).put(form).put(bytes).array();
    }

    private static byte[] prefixed(UUID dictionary, byte[] bytes) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + bytes.length)
                .put(BY_DICTIONARY)
                .putLong(dictionary.getMostSignificantBits())
                .putLong(dictionary.getLeastSignificantBits())
                .put(bytes)
                .array();
    }

    /** @throws IllegalArgumentException if these bytes were not packed with this key, for this place */
    byte[] unpack(byte[] stored, Dictionaries dictionaries) {
        var framed = ByteBuffer.wrap(key.open(stored, context));
        byte form = framed.get();
        if (form == BY_DICTIONARY) {
            var dictionary = new UUID(framed.getLong(), framed.getLong());
            return dictionaries.get(dictionary).decompress(rest(framed));
        }
        return form == COMPRESSED ? Zstd.decompress(rest(framed)) : rest(framed);
    }

    private static byte[] rest(ByteBuffer framed) {
        return Arrays.copyOfRange(framed.array(), framed.position(), framed.limit());
    }
}
