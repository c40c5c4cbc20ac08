package io.chancery.archive.evidence;

import io.chancery.archive.log.Hash;
import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Measures what passes through it on the way to somewhere else. */
public final class Measure extends OutputStream {

    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private final CRC32 crc = new CRC32();
    private long size;

    public Measure(OutputStream out) {
        this.out = out;
    }

    /** Writes a content. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** What a content comes to. */
    public static PackedFile of(String name, Content content) throws IOException {
        var measure = new Measure(OutputStream.nullOutputStream());
        content.write(measure);
        return measure.file(name);
    }

    /** What has passed so far. */
    public PackedFile file(String name) {
        return new PackedFile(name, size, (int) crc.getValue(), Hash.of(digest.digest()));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        crc.update(bytes, offset, length);
        size += length;
        out.write(bytes, offset, length);
    }
}
