package io.chancery.dispatch.email.dkim;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints how many mails of 8 KB are signed per second of a processor, with each key by each provider, and beside it how many a
 * bare signature of the same key allows.
 * Run by {@code ./mvnw -Pbench verify -Dchancery.bench=dkim [-Dchancery.bench.rounds=5]}.
 */
public final class SigningBenchmark {

    private static final int MAIL = 8_000;
    private static final int HEADER = 700;
    private static final int BATCH = 20;
    private static final long SLICE = 1_000_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    private SigningBenchmark() {}

    /** Takes the number of rounds. One more comes first, for the compiler. */
    public static void main(String... arguments) throws GeneralSecurityException {
        int rounds = Integer.parseInt(arguments[0]);
        var mail = mail();
        for (var provider : Providers.fastestFirst(Algorithm.RSA)) {
            measure(Algorithm.RSA, provider, mail, rounds);
        }
        for (var provider : Providers.fastestFirst(Algorithm.ED25519)) {
            measure(Algorithm.ED25519, provider, mail, rounds);
        }
        var both = List.of(
                key(Algorithm.RSA, pair(Algorithm.RSA), Providers.fastestFirst(Algorithm.RSA)),
                key(Algorithm.ED25519, pair(Algorithm.ED25519), Providers.fastestFirst(Algorithm.ED25519)));
        print("both, by the fastest", perSecond(mail, both, rounds));
        print("what is covered, without a signature", perSecond(() -> Coverage.of(mail), rounds));
    }

    private static void measure(Algorithm algorithm, Provider provider, byte[] mail, int rounds)
            throws GeneralSecurityException {
        var pair = pair(algorithm);
        var key = key(algorithm, pair, List.of(provider));
        var name = algorithm + " by " + key.provider();
        double signed = perSecond(mail, List.of(key), rounds);
        double bare = perSecond(new Bare(algorithm, pair, provider), rounds);
        print(name, signed);
        print(name + ", bare", bare);
        System.out.printf(Locale.ROOT, "%-48s %,12.1f %%%n", "  of the bare rate", signed / bare * 100);
    }

    /** The signature alone, prepared once. */
    private record Bare(Signature signature, byte[] input) implements Runnable {

        Bare(Algorithm algorithm, KeyPair pair, Provider provider) throws GeneralSecurityException {
            this(Signature.getInstance(algorithm.signatureType(), provider), algorithm.input(new byte[HEADER]));
            signature.initSign(pair.getPrivate());
        }

        @Override
        public void run() {
            try {
                signature.update(input);
                signature.sign();
            } catch (SignatureException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double perSecond(byte[] mail, List<SigningKey> keys, int rounds) {
        var domain = new SigningDomain("example.org", keys);
        return perSecond(() -> domain.sign(mail, AT), rounds);
    }

    /** By the processor's time, and the best of the rounds: what disturbs, only slows. */
    private static double perSecond(Runnable work, int rounds) {
        double best = 0;
        for (int round = 0; round <= rounds; round++) {
            int done = 0;
            long took = 0;
            long start = THREADS.getCurrentThreadCpuTime();
            while (took < SLICE) {
                for (int i = 0; i < BATCH; i++) {
                    work.run();
                }
                done += BATCH;
                took = THREADS.getCurrentThreadCpuTime() - start;
            }
            best = Math.max(best, done * 1e9 / took);
        }
        return best;
    }

    private static KeyPair pair(Algorithm algorithm) {
        return TestKeys.pair(algorithm.keyType(), algorithm == Algorithm.RSA ? 2048 : 255);
    }

    private static SigningKey key(Algorithm algorithm, KeyPair pair, List<Provider> providers)
            throws GeneralSecurityException {
        return SigningKey.of(algorithm, "s2026", pair.getPrivate().getEncoded(), providers);
    }

    private static byte[] mail() {
        var random = new Random(6376);
        var mail = new StringBuilder(SampleMail.TEXT);
        while (mail.length() < MAIL) {
            for (int word = 0; word < 10; word++) {
                mail.append("lorem ipsum", 0, 2 + random.nextInt(9)).append(' ');
            }
            mail.append("=\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void print(String what, double perSecond) {
        System.out.printf(Locale.ROOT, "%-48s %,12.1f /s%n", what, perSecond);
    }
}
