package io.chancery.dispatch.email.dkim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;

/** Checks mails as Apache James does. It knows RSA only. */
public final class Receiver {

    private final PublicKeyRecordRetriever dns;

    /** @param keys that DNS has */
    public Receiver(TestKeys keys) {
        dns = (methods, selector, domain) -> {
            var record = domain.toString().equals(keys.domain()) ? keys.record(selector.toString()) : "";
            return record.isEmpty() ? List.of() : List.of(record);
        };
    }

    /** The selectors of the signatures that are right. */
    public List<String> selectors(byte[] mail) throws IOException {
        try {
            return new DKIMVerifier(dns)
                    .verify(new ByteArrayInputStream(mail)).stream()
                            .map(signature -> signature.getSelector().toString())
                            .toList();
        } catch (FailException none) {
            return List.of();
        }
    }
}
