package io.chancery.archive.log.time;

import io.chancery.archive.log.Hash;
import io.chancery.platform.digest.Sha256;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamping authority of our own, certified by a root of our own. */
public final class LocalAuthority {

    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final X500Name ROOT_NAME = new X500Name("CN=Test Root");
    private static final X500Name NAME = new X500Name("CN=Test Clock,O=Example");

    private final KeyPair rootKey = pair();
    private final KeyPair key = pair();
    final X509Certificate root;
    final X509Certificate certificate;

    public LocalAuthority() throws Exception {
        root = certificate(ROOT_NAME, rootKey, 1, Extension.basicConstraints, new BasicConstraints(true));
        certificate = certified(2, KeyPurposeId.id_kp_timeStamping);
    }

    /** Of whoever certifies it. */
    public X509Certificate root() {
        return root;
    }

    /** Its token for a hash. */
    public byte[] stamp(Hash hash) throws Exception {
        var query = TimeStampQuery.of(hash, new SecureRandom());
        return query.token(answer(query.bytes()));
    }

    /** The same, where nothing can go wrong. */
    public byte[] token(Hash hash) {
        try {
            return stamp(hash);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certified(int serial, KeyPurposeId purpose) throws Exception {
        return certificate(NAME, key, serial, Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose));
    }

    private static KeyPair pair() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(
            X500Name name, KeyPair pair, int serial, ASN1ObjectIdentifier extension, ASN1Encodable value)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                ROOT_NAME,
                BigInteger.valueOf(serial),
                Date.from(NOW.minus(Duration.ofDays(10))),
                Date.from(NOW.plus(Duration.ofDays(10))),
                name,
                pair.getPublic());
        builder.addExtension(extension, true, value);
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(rootKey.getPrivate())));
    }

    byte[] answer(byte[] query) throws Exception {
        return answer(query, NOW, true);
    }

    /** Its answer to a query at some time. */
    public byte[] answer(byte[] query, Instant at, boolean withCertificates) throws Exception {
        var tokens = tokens();
        if (withCertificates) {
            tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
        }
        var request = new TimeStampRequest(query);
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(request, BigInteger.TEN, Date.from(at))
                .getEncoded();
    }

    /** Its answer when it gives no time-stamp. */
    public byte[] refuse() throws Exception {
        return new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED)
                .generateRejectedResponse(new IllegalStateException("out of order"))
                .getEncoded();
    }

    /** The same statement, but signed under a certificate that is for web servers. */
    byte[] stampedByServer(byte[] token) throws Exception {
        var server = certified(3, KeyPurposeId.id_kp_serverAuth);
        var named = new SigningCertificateV2(new ESSCertIDv2(Sha256.bytes(server.getEncoded())));
        var attributes =
                new AttributeTable(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named)));
        var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
                .build(SIGNATURE, key.getPrivate(), server);
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signer);
        generator.addCertificates(new JcaCertStore(List.of(server, root)));
        var statement = new TimeStampToken(new CMSSignedData(token)).getTimeStampInfo();
        var content = new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, statement.getEncoded());
        return generator.generate(content, true).getEncoded();
    }

    private TimeStampTokenGenerator tokens() throws Exception {
        return new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, key.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder().build().get(SHA256),
                new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"));
    }

    public static String pem(Object object) throws Exception {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        }
        return text.toString();
    }
}
