package io.chancery.dispatch.print.printer;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** One visit to a server. Nothing of the machine's own SSH settings and keys is used. */
final class SftpConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;
    private final SftpClient files;

    /** What is done during a visit. */
    @FunctionalInterface
    interface Errand<T> {
        T run(SftpClient files) throws IOException;
    }

    private SftpConnection(SftpAccount account) throws IOException {
        var stranger = new AtomicBoolean();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((session, address, key) -> {
            stranger.set(!account.hostKeys().contains(KeyUtils.getFingerPrint(key)));
            return !stranger.get();
        });
        client.start();
        try {
            session = client.connect(account.user(), account.host(), account.port())
                    .verify(PATIENCE)
                    .getSession();
            logIn(account, stranger);
            files = SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException | RuntimeException failed) {
            client.stop();
            throw failed;
        }
    }

    private void logIn(SftpAccount account, AtomicBoolean stranger) throws IOException {
        account.login().present(session);
        try {
            session.auth().verify(PATIENCE);
        } catch (IOException failed) {
            if (stranger.get()) {
                throw new TargetException(
                        Kind.REFUSED, "The server has another key than the one it is known by", failed);
            }
            if (session.isOpen() && !session.isAuthenticated()) {
                throw new TargetException(Kind.REFUSED, "The server does not let us in", failed);
            }
            throw failed;
        }
    }

    static <T> T visit(SftpAccount account, Errand<T> errand) {
        try (var connection = new SftpConnection(account)) {
            return errand.run(connection.files);
        } catch (SftpException refused) {
            var kind = refused.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED ? Kind.REFUSED : Kind.TEMPORARY;
            throw new TargetException(kind, "The server says: status " + refused.getStatus(), refused);
        } catch (IOException failed) {
            throw new TargetException(
                    Kind.TEMPORARY,
                    "The server is not reached: " + failed.getClass().getSimpleName(),
                    failed);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            files.close();
            session.close();
        } finally {
            client.stop();
        }
    }
}
