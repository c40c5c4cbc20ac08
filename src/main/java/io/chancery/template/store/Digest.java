package io.chancery.template.store;

import io.chancery.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.function.Function;

/** SHA-256 of contents, and of everything that makes a version what it is. */
final class Digest {

    private Digest() {}

    static byte[] of(byte[] content) {
        return Sha256.digest().digest(content);
    }

    static byte[] of(SortedMap<String, SourceFileEntity> files) {
        return of(files, file -> file.sha256);
    }

    /** The same of contents that are not kept yet. */
    static byte[] ofContents(SortedMap<String, byte[]> files) {
        return of(files, Digest::of);
    }

    /** The same of the digests of the contents. */
    static byte[] ofDigests(SortedMap<String, byte[]> files) {
        return of(files, Function.identity());
    }

    /** Of paths and contents; a path ends with a NUL, which none contains, so no two sets look the same. */
    private static <T> byte[] of(SortedMap<String, T> files, Function<T, byte[]> sha256) {
        var digest = Sha256.digest();
        files.forEach((path, file) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256.apply(file));
        });
        return digest.digest();
    }

    /** Of a template's files and the blocks that it includes, and of its brand. */
    static byte[] of(byte[] files, byte[] brand) {
        var digest = Sha256.digest();
        digest.update(files);
        return digest.digest(brand);
    }
}
