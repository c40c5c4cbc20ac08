package io.chancery.dispatch.email.dkim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whose mails are signed. */
@ConfigMapping(prefix = "chancery.dispatch.email.dkim")
interface DkimConfig {

    /**
     * The keys by the domain of the sender, in quotation marks: {@code chancery.dispatch.email.dkim."example.org".rsa.key}. They
     * sign for its subdomains too, unless those have keys of their own.
     */
    @WithParentName
    Map<String, Domain> domains();

    /** One domain. */
    interface Domain {

        /** The signature that every receiver checks. */
        Key rsa();

        /** A second signature; not every receiver knows its kind. */
        Optional<Key> ed25519();
    }

    /** One key. */
    interface Key {

        /** The name in DNS: the public key is published at {@code <selector>._domainkey.<domain>}. */
        String selector();

        /** The file with the private key: PKCS#8 in PEM, not encrypted. */
        Path key();
    }
}
