package io.chancery.archive.stamp;

import io.chancery.archive.log.time.TimeStamps;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose time-stamps are believed here. */
@ApplicationScoped
public class TrustedAuthorities {

    private final StampConfig config;

    TrustedAuthorities(StampConfig config) {
        this.config = config;
    }

    /** Empty if no certificates are configured. Read anew each time, so that files may be replaced. */
    public Optional<TimeStamps> find() {
        return config.certificates().map(TrustedAuthorities::read).map(TimeStamps::new);
    }

    private static Set<X509Certificate> read(List<Path> files) {
        var trusted = new HashSet<X509Certificate>();
        for (var file : files) {
            try (var in = Files.newInputStream(file)) {
                for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    trusted.add((X509Certificate) certificate);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The certificates in " + file + " cannot be read", e);
            } catch (CertificateException e) {
                throw new IllegalStateException(file + " has no certificates of time-stamping authorities", e);
            }
        }
        return trusted;
    }
}
