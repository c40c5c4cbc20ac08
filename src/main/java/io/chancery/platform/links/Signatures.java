package io.chancery.platform.links;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs what is no link, but comes back from outside all the same: by the key of links, for one use alone. */
@ApplicationScoped
public class Signatures {

    private final LinkKey key;

    Signatures(LinkKey key) {
        this.key = key;
    }

    /** HMAC-SHA-256, 32 bytes. */
    public byte[] sign(String use, byte[] signed) {
        return key.sign(use, signed);
    }
}
