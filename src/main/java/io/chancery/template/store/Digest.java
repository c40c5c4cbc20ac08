package io.chancery.template.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;

/** SHA-256 of contents, and of everything that makes a version what it is. */
final class Digest {

    private Digest() {}

    static byte[] of(byte[] content) {
        return sha256().digest(content);
    }

    /** Of paths and contents; a path ends with a NUL, which none contains, so no two sets look the same. */
    static byte[] of(SortedMap<String, SourceFileEntity> files) {
        var digest = sha256();
        files.forEach((path, file) -> add(path, file.sha256, digest));
        return digest.digest();
    }

    /** The same of contents that are not kept yet. */
    static byte[] ofContents(SortedMap<String, byte[]> files) {
        var digest = sha256();
        files.forEach((path, content) -> add(path, of(content), digest));
        return digest.digest();
    }

    private static void add(String path, byte[] sha256, MessageDigest digest) {
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(sha256);
    }

    static byte[] of(SortedMap<String, SourceFileEntity> files, BrandVersionEntity brand) {
        return of(of(files), brand.digest);
    }

    static byte[] of(byte[] files, byte[] brand) {
        var digest = sha256();
        digest.update(files);
        return digest.digest(brand);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
