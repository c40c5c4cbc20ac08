package io.chancery.dispatch.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A fresh certificate, and a TLS context that has it and trusts it and nobody else. */
public final class TestCertificate {

    private static final String PASSWORD = "changeit";

    private TestCertificate() {}

    public static SSLContext of(String host, Path directory) throws IOException, GeneralSecurityException {
        var file = directory.resolve(host + ".p12");
        generate(host, file);
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("relay", keys.getCertificate("relay"));
        trusted.init(authorities);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static void generate(String host, Path file) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options = "-genkeypair -alias relay -keyalg EC -dname CN=relay -validity 2 -storetype PKCS12 -storepass "
                + PASSWORD + " -ext san=dns:" + host + " -keystore " + file;
        var command = new ProcessBuilder((keytool + " " + options).split(" ")).redirectErrorStream(true);
        var process = command.start();
        var output = new String(process.getInputStream().readAllBytes());
        if (!Files.exists(file)) {
            throw new IOException(output);
        }
    }
}
