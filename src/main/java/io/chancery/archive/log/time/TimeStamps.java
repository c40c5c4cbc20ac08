package io.chancery.archive.log.time;

import io.chancery.archive.log.Hash;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Verifies time-stamps (RFC 3161) of those authorities that one trusts, offline. */
public final class TimeStamps {

    private final Authorities authorities;

    /** Believes the authorities that have these certificates, and those certified by them. */
    public TimeStamps(Set<X509Certificate> trusted) {
        this.authorities = new Authorities(trusted);
    }

    /**
     * What the token says about the time at which this hash was there.
     *
     * @throws TimeStampException if it is about another hash, or not signed by an authority that is trusted
     */
    public TimeStamp verify(byte[] token, Hash stamped) {
        var read = read(token);
        var info = read.getTimeStampInfo();
        if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                || !Arrays.equals(info.getMessageImprintDigest(), stamped.bytes())) {
            throw new TimeStampException("The time-stamp is about something else");
        }
        var signer = signer(read);
        requireSignedBy(signer, read);
        if (!authorities.vouchFor(signer, certificates(read), info.getGenTime())) {
            throw new TimeStampException("The time-stamp is signed by somebody who is not trusted");
        }
        return new TimeStamp(
                info.getGenTime().toInstant(), signer.getSubjectX500Principal().getName(), info.getSerialNumber());
    }

    private static TimeStampToken read(byte[] token) {
        try {
            // Unlike the token's own constructor, this refuses anything that follows.
            return new TimeStampToken(ContentInfo.getInstance(ASN1Primitive.fromByteArray(token)));
        } catch (IOException | TSPException | RuntimeException e) {
            // The library throws whatever comes up in malformed bytes; below, too.
            throw new TimeStampException("The time-stamp cannot be read", e);
        }
    }

    /** The certificate of whoever signed: from the token, else one that is trusted. */
    private X509Certificate signer(TimeStampToken token) {
        var candidates = new ArrayList<>(certificates(token));
        candidates.addAll(authorities.trusted());
        return candidates.stream()
                .filter(certificate -> token.getSID().match(holder(certificate)))
                .findFirst()
                .orElseThrow(() -> new TimeStampException("The certificate of the time-stamp's signer is missing"));
    }

    private static List<X509Certificate> certificates(TimeStampToken token) {
        var converter = new JcaX509CertificateConverter();
        var certificates = new ArrayList<X509Certificate>();
        try {
            for (var holder : token.getCertificates().getMatches(null)) {
                certificates.add(converter.getCertificate(holder));
            }
        } catch (CertificateException | RuntimeException e) {
            throw new TimeStampException("A certificate in the time-stamp cannot be read", e);
        }
        return certificates;
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its signature, that the certificate is the one it names, is for time-stamps only, and was valid at that time. */
    private static void requireSignedBy(X509Certificate signer, TimeStampToken token) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            throw new TimeStampException("The signature of the time-stamp is wrong", e);
        }
    }
}
