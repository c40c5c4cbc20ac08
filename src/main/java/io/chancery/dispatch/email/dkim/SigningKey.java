package io.chancery.dispatch.email.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A key that signs, and the name under which receivers find its public half. */
final class SigningKey {

    private static final byte[] SAMPLE = "from:chancery@example.org".getBytes(StandardCharsets.US_ASCII);

    private final Algorithm algorithm;
    private final String selector;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final Provider provider;

    private SigningKey(
            Algorithm algorithm, String selector, PrivateKey privateKey, PublicKey publicKey, Provider provider) {
        this.algorithm = algorithm;
        this.selector = selector;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.provider = provider;
    }

    /**
     * A key that has shown that what it signs verifies.
     *
     * @param pkcs8 the private key
     * @param providers the first that can use it will
     * @throws GeneralSecurityException if the key cannot be used; says why, and nothing of the key
     */
    static SigningKey of(Algorithm algorithm, String selector, byte[] pkcs8, Iterable<Provider> providers)
            throws GeneralSecurityException {
        var plain = plain(algorithm, pkcs8);
        var publicKey = algorithm.publicKey(plain);
        for (var provider : providers) {
            var candidate = new SigningKey(algorithm, selector, own(plain, provider), publicKey, provider);
            if (candidate.isSound()) {
                return candidate;
            }
        }
        throw new GeneralSecurityException("what it signs does not verify");
    }

    private static PrivateKey plain(Algorithm algorithm, byte[] pkcs8) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm.keyType()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (InvalidKeySpecException e) {
            throw new GeneralSecurityException("it is damaged, or not of the type " + algorithm.keyType(), e);
        }
    }

    /** The key as the provider keeps it, if it has a form of its own: that saves a translation for each signature. */
    private static PrivateKey own(PrivateKey plain, Provider provider) {
        try {
            var spec = new PKCS8EncodedKeySpec(plain.getEncoded());
            return KeyFactory.getInstance(plain.getAlgorithm(), provider).generatePrivate(spec);
        } catch (GeneralSecurityException noForm) {
            return plain;
        }
    }

    private boolean isSound() {
        try {
            var check = Signature.getInstance(algorithm.signatureType());
            check.initVerify(publicKey);
            check.update(algorithm.input(SAMPLE));
            return check.verify(signature(SAMPLE));
        } catch (GeneralSecurityException notWithThisProvider) {
            return false;
        }
    }

    byte[] sign(byte[] data) {
        try {
            return signature(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The mail could not be signed with the key " + selector, e);
        }
    }

    private byte[] signature(byte[] data) throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm.signatureType(), provider);
        signature.initSign(privateKey);
        signature.update(algorithm.input(data));
        return signature.sign();
    }

    Algorithm algorithm() {
        return algorithm;
    }

    String selector() {
        return selector;
    }

    /** Who computes its signatures. */
    String provider() {
        return provider.getName();
    }

    /** What the DNS record of the public key says (RFC 6376 §3.6.1). */
    String published() {
        return "v=DKIM1; k=%s; p=%s"
                .formatted(algorithm.tag(), Base64.getEncoder().encodeToString(algorithm.published(publicKey)));
    }
}
