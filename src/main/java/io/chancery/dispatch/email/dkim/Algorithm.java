package io.chancery.dispatch.email.dkim;

import io.chancery.platform.digest.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Locale;

/** The ways of signing that DKIM knows and that are safe today (RFC 8301, RFC 8463). */
enum Algorithm {
    RSA("RSA", "SHA256withRSA") {

        @Override
        PublicKey publicKey(PrivateKey key) throws GeneralSecurityException {
            if (!(key instanceof RSAPrivateCrtKey rsa)) {
                throw new GeneralSecurityException("it lacks the public exponent");
            }
            int bits = rsa.getModulus().bitLength();
            if (bits < SHORTEST_RSA || bits > LONGEST_RSA) {
                throw new GeneralSecurityException(
                        "it has %d bits, not %d to %d".formatted(bits, SHORTEST_RSA, LONGEST_RSA));
            }
            return KeyFactory.getInstance(keyType())
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }

        @Override
        byte[] published(PublicKey key) {
            return key.getEncoded();
        }

        @Override
        byte[] input(byte[] data) {
            return data;
        }
    },

    ED25519("Ed25519", "Ed25519") {

        /** The JDK makes a public key only where it makes a key pair, from 32 random octets, which are the private key. */
        @Override
        PublicKey publicKey(PrivateKey key) throws GeneralSecurityException {
            var octets = ((EdECPrivateKey) key)
                    .getBytes()
                    .orElseThrow(() -> new GeneralSecurityException("it does not give its octets"));
            var generator = KeyPairGenerator.getInstance(keyType());
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(octets, 0, bytes, 0, bytes.length);
                }
            });
            return generator.generateKeyPair().getPublic();
        }

        /** RFC 8463 §4: without the description of its type. */
        @Override
        byte[] published(PublicKey key) {
            var encoded = key.getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
        }

        /** RFC 8463 §3: what is signed is the hash. */
        @Override
        byte[] input(byte[] data) {
            return Sha256.bytes(data);
        }
    };

    /** RFC 8301 §3.2 still lets 1024 pass; today's receivers mark it down. */
    private static final int SHORTEST_RSA = 2048;

    /** RFC 8301 §3.2: no receiver has to check longer ones. */
    private static final int LONGEST_RSA = 4096;

    private static final int ED25519_OCTETS = 32;

    private final String keyType;
    private final String signatureType;

    Algorithm(String keyType, String signatureType) {
        this.keyType = keyType;
        this.signatureType = signatureType;
    }

    /** The public key of a private one. */
    abstract PublicKey publicKey(PrivateKey key) throws GeneralSecurityException;

    /** As its DNS record has it. */
    abstract byte[] published(PublicKey key);

    /** What is given to the signature function. */
    abstract byte[] input(byte[] data);

    /** The name of the key's type in Java. */
    String keyType() {
        return keyType;
    }

    /** The name of the signature function in Java. */
    String signatureType() {
        return signatureType;
    }

    /** The name of the key's type in a DNS record. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
