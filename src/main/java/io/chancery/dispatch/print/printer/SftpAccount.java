package io.chancery.dispatch.print.printer;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Whom we are at which server.
 *
 * @param hostKeys fingerprints that the server may have, as {@code ssh-keygen -l} writes them ({@code SHA256:…}); of several
 *     keys of a server all should be named, for it is not ours alone to choose which is used
 */
public record SftpAccount(String host, int port, String user, Set<String> hostKeys, Login login) {

    public SftpAccount {
        hostKeys = Set.copyOf(hostKeys);
        if (hostKeys.isEmpty() || !hostKeys.stream().allMatch(key -> key.matches("SHA256:[A-Za-z0-9+/]{43}"))) {
            throw new IllegalArgumentException("A server is known by fingerprints such as SHA256: and 43 characters");
        }
    }

    /** How the server knows us. */
    public sealed interface Login {
        /** @throws TargetException if there is nothing to present */
        void present(ClientSession session);
    }

    /** A secret that both know. */
    public record Password(String secret) implements Login {

        @Override
        public void present(ClientSession session) {
            session.addPasswordIdentity(secret);
        }

        @Override
        public String toString() {
            return "a password";
        }
    }

    /** A private key without a passphrase, in a file that only we can read. */
    public record Key(Path file) implements Login {

        @Override
        public void present(ClientSession session) {
            try (var in = new PathResource(file).openInputStream()) {
                var name = NamedResource.ofName(file.toString());
                SecurityUtils.loadKeyPairIdentities(session, name, in, null).forEach(session::addPublicKeyIdentity);
            } catch (IOException | GeneralSecurityException unreadable) {
                throw new TargetException(Kind.REFUSED, "The private key cannot be read", unreadable);
            }
        }
    }
}
