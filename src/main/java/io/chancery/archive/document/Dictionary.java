package io.chancery.archive.document;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.util.UUID;

/** What documents of one kind have in common (RFC 8878 §5): each is stored as how it differs from this. */
final class Dictionary {

    /** One for each thread: its tables are larger than most documents, and making them would take longer than using them. */
    private static final ThreadLocal<ZstdCompressCtx> COMPRESSION = ThreadLocal.withInitial(ZstdCompressCtx::new);

    private static final ThreadLocal<ZstdDecompressCtx> DECOMPRESSION = ThreadLocal.withInitial(ZstdDecompressCtx::new);

    private final UUID id;
    private final ZstdDictCompress compressing;
    private final ZstdDictDecompress decompressing;

    /** @param content any bytes that resemble the documents */
    Dictionary(UUID id, byte[] content) {
        this.id = id;
        compressing = new ZstdDictCompress(content, Packing.LEVEL);
        decompressing = new ZstdDictDecompress(content);
    }

    UUID id() {
        return id;
    }

    byte[] compress(byte[] clear) {
        return COMPRESSION.get().loadDict(compressing).compress(clear);
    }

    byte[] decompress(byte[] compressed) {
        return DECOMPRESSION
                .get()
                .loadDict(decompressing)
                .decompress(compressed, Math.toIntExact(Zstd.getFrameContentSize(compressed)));
    }
}
