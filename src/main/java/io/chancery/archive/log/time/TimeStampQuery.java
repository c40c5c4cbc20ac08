package io.chancery.archive.log.time;

import io.chancery.archive.log.Hash;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;

/** Asks an authority for a time-stamp (RFC 3161 §2.4), and takes its answer to this question only. */
public final class TimeStampQuery {

    private static final int NONCE_BITS = 64;

    private final TimeStampRequest request;

    private TimeStampQuery(TimeStampRequest request) {
        this.request = request;
    }

    /** Asks for one of what has this SHA-256, such as the note of a checkpoint. */
    public static TimeStampQuery of(Hash stamped, SecureRandom random) {
        return of(stamped, null, random);
    }

    /**
     * The same under a policy of the authority.
     *
     * @param policy an object identifier; null for whichever the authority likes
     */
    public static TimeStampQuery of(Hash stamped, @Nullable String policy, SecureRandom random) {
        var generator = new TimeStampRequestGenerator();
        if (policy != null) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        // So that the token can be verified without asking the authority for its certificate.
        generator.setCertReq(true);
        var nonce = new BigInteger(NONCE_BITS, random);
        return new TimeStampQuery(generator.generate(TSPAlgorithms.SHA256, stamped.bytes(), nonce));
    }

    /** What to send, as {@code application/timestamp-query}. */
    public byte[] bytes() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The token in the answer to this query, which is yet to be verified.
     *
     * @param reply what came back, as {@code application/timestamp-reply}
     * @throws TimeStampException if the authority refused, or answered another query
     */
    public byte[] token(byte[] reply) {
        var response = read(reply);
        requireAnswer(response);
        var token = response.getTimeStampToken();
        if (token == null) {
            throw new TimeStampException("The authority gave no time-stamp: " + reason(response));
        }
        try {
            return token.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That it answers this query, by its nonce and hash. */
    private void requireAnswer(TimeStampResponse response) {
        try {
            response.validate(request);
        } catch (TSPException | RuntimeException e) {
            throw new TimeStampException("The authority did not answer this query: " + e.getMessage(), e);
        }
    }

    private static TimeStampResponse read(byte[] reply) {
        try {
            return new TimeStampResponse(reply);
        } catch (IOException | TSPException | RuntimeException e) {
            // The library throws whatever comes up in malformed bytes.
            throw new TimeStampException("What the authority answered is no time-stamp", e);
        }
    }

    private static String reason(TimeStampResponse response) {
        var words = response.getStatusString();
        return "status " + response.getStatus() + (words == null ? "" : ", " + words);
    }
}
