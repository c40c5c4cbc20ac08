package io.chancery.archive.log.time;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose time-stamps are believed: certificates of authorities, or of those who certify them. Whether one was revoked later
 * is not asked, because a verifier has no network.
 */
record Authorities(Set<X509Certificate> trusted) {

    Authorities {
        trusted = Set.copyOf(trusted);
    }

    /** Whether this certificate is one of them, or leads to one of them, at the time that the stamp says. */
    boolean vouchFor(X509Certificate signer, Collection<X509Certificate> others, Date at) {
        return trusted.contains(signer) || leadsToTrusted(signer, others, at);
    }

    private boolean leadsToTrusted(X509Certificate signer, Collection<X509Certificate> others, Date at) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(signer);
            var anchors = trusted.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setDate(at);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK builds paths of certificates", e);
        }
    }
}
