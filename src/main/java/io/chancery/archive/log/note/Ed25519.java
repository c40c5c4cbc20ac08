package io.chancery.archive.log.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) of the JDK, with keys as their bare 32 bytes. */
final class Ed25519 {

    static final int KEY_LENGTH = 32;

    private static final String NAME = "Ed25519";

    /** What stands before the bare public key in its X.509 form (RFC 8410 §4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] sign(byte[] text, PrivateKey key) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verifies(byte[] signed, byte[] text, byte[] publicKey) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initVerify(publicKey(publicKey));
            signature.update(text);
            return signature.verify(signed);
        } catch (SignatureException | InvalidKeyException e) {
            // The bytes are no signature, or the key is no point on the curve.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + NAME, e);
        }
    }

    private static PublicKey publicKey(byte[] bare) throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(X509.length + bare.length).put(X509).put(bare);
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded.array()));
    }

    static byte[] bare(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
    }

    /** The pair of a private key, which is a seed. */
    static KeyPair pair(byte[] seed) {
        try {
            // The JDK derives a public key nowhere else; this provider takes its seed from the source of chance.
            var generator = KeyPairGenerator.getInstance(NAME, "SunEC");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + NAME, e);
        }
    }

    /** Chance that is none. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Seed(byte[] seed) {
            super(null, null);
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
