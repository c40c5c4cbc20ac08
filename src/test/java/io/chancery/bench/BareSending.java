package io.chancery.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What the protocols cost alone: no database, no rendering, the same sinks. */
final class BareSending {

    private static final int CONNECTIONS = 8;
    private static final int MAILS = 2_000;
    private static final int TEXTS = 40_000;
    private static final int WINDOW = 10;
    private static final int TEXT = 200;

    private BareSending() {}

    static KeyPair rsaKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Mails a second, each hashed and signed, command by command as SMTP has it. */
    static double mails(int port, KeyPair key, byte[] mail) throws Exception {
        return perSecond(MAILS, () -> sendMails(port, key.getPrivate(), mail));
    }

    /** Texts a second, each connection with a window of ten. */
    static double texts(int port) throws Exception {
        return perSecond(TEXTS, () -> sendTexts(port));
    }

    private static double perSecond(int each, Callable<Void> work) throws Exception {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            var calls = new ArrayList<Callable<Void>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                calls.add(work);
            }
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
            return each * CONNECTIONS / LoadProgram.seconds(start);
        } finally {
            threads.shutdown();
        }
    }

    private static Void sendMails(int port, PrivateKey key, byte[] mail) throws IOException, GeneralSecurityException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                var out = new BufferedOutputStream(socket.getOutputStream())) {
            socket.setTcpNoDelay(true);
            in.readLine();
            Provider fastest = AmazonCorrettoCryptoProvider.INSTANCE;
            var signature = Signature.getInstance("SHA256withRSA", fastest);
            for (int i = 0; i < MAILS; i++) {
                signature.initSign(key);
                signature.update(MessageDigest.getInstance("SHA-256", fastest).digest(mail));
                var head = "DKIM-Signature: " + Base64.getEncoder().encodeToString(signature.sign()) + "\r\n";
                for (var command : new String[] {"MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "DATA"}) {
                    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    in.readLine();
                }
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(mail);
                out.write("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                in.readLine();
            }
            return null;
        }
    }

    private static Void sendTexts(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()))) {
            socket.setTcpNoDelay(true);
            for (int i = 0; i < TEXTS + WINDOW; i++) {
                if (i < TEXTS) {
                    out.writeInt(16 + TEXT);
                    out.writeInt(0x4);
                    out.writeInt(0);
                    out.writeInt(i + 1);
                    out.write(new byte[TEXT]);
                    out.flush();
                }
                if (i >= WINDOW) {
                    in.skipNBytes(in.readInt() - 4L);
                }
            }
            return null;
        }
    }
}
