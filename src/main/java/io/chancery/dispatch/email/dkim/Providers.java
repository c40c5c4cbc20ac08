package io.chancery.dispatch.email.dkim;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who can compute signatures here. */
final class Providers {

    private Providers() {}

    /** Amazon's, whose native library is for Linux on x86 only and signs several times as fast; then Java's own. */
    static List<Provider> fastestFirst(Algorithm algorithm) {
        return Stream.concat(corretto().stream(), Stream.of(java(algorithm))).toList();
    }

    static Optional<Provider> corretto() {
        try {
            var provider = AmazonCorrettoCryptoProvider.INSTANCE;
            boolean works = provider.getLoadingError() == null && provider.runSelfTests() == SelfTestStatus.PASSED;
            return works ? Optional.of(provider) : Optional.empty();
        } catch (LinkageError notForThisMachine) {
            return Optional.empty();
        }
    }

    static Provider java(Algorithm algorithm) {
        try {
            return Signature.getInstance(algorithm.signatureType()).getProvider();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Java 15 and later have " + algorithm.signatureType(), impossible);
        }
    }
}
