package io.chancery.dispatch.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Debian's Postfix and Dovecot with a configuration of their own in a folder of their own: Postfix takes every mail and
 * bounces most of them, and what comes back to {@code bounce.test} lies in a Maildir that Dovecot shows over IMAPS. To be
 * started by root, as Postfix wants it.
 */
final class PostfixAndDovecot implements AutoCloseable {

    private static final String SERVICES = "/etc/postfix/master.cf.proto";
    private static final String PASSWORD = "secret";

    private final Path folder;
    private final int smtpPort = freePort();
    private final int imapPort = freePort();

    PostfixAndDovecot(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("queue"));
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("mail"));
        Files.createDirectories(folder.resolve("postfix"));
        run("chown", "mail:mail", folder.resolve("mail").toString());
        run("chown", "postfix", folder.resolve("data").toString());
        startPostfix();
        startDovecot();
    }

    /** Whether both are here, and we may start them. */
    static boolean areInstalled() {
        return "root".equals(System.getProperty("user.name"))
                && Stream.of("/usr/sbin/postfix", "/usr/sbin/dovecot", "/usr/bin/openssl", SERVICES)
                        .allMatch(program -> Files.exists(Path.of(program)));
    }

    /** Everything lives for five seconds, so that a bounce that a busy machine defers is tried again and not thrown away. */
    private void startPostfix() throws IOException, InterruptedException {
        var main = """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/mail.log
                maillog_file_prefixes = %1$s
                myhostname = relay.test
                mydestination =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                smtpd_relay_restrictions = permit_mynetworks, reject
                smtpd_reject_unlisted_recipient = no
                virtual_mailbox_domains = customers.test, bounce.test
                virtual_mailbox_maps = regexp:%1$s/postfix/mailboxes
                virtual_mailbox_base = %1$s/mail
                virtual_minimum_uid = 1
                virtual_uid_maps = static:8
                virtual_gid_maps = static:8
                transport_maps = inline:{{full.test=error:5.2.2 mailbox full}, {down.test=retry:4.4.1 connection timed out}}
                relay_domains = full.test, down.test
                maximal_queue_lifetime = 5s
                bounce_queue_lifetime = 5s
                transport_retry_time = 1s
                queue_run_delay = 1s
                minimal_backoff_time = 1s
                maximal_backoff_time = 2s
                """.formatted(folder);
        Files.writeString(folder.resolve("postfix/main.cf"), main);
        Files.writeString(folder.resolve("postfix/mailboxes"), "/@bounce\\.test$/ bounces/\n");
        // Debian's own list of services, on our port, and without a cage, which would have to be furnished first.
        var services = Files.readAllLines(Path.of(SERVICES)).stream()
                .filter(line -> !line.startsWith("#") && !line.contains(" inet "))
                .map(line -> line.replaceAll("^(\\S+\\s+unix\\s+\\S+\\s+\\S+\\s+)[y-](\\s)", "$1n$2"))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("postfix/master.cf"),
                "127.0.0.1:" + smtpPort + " inet n - n - - smtpd\n" + services + "\n");
        run("postfix", "-c", folder.resolve("postfix").toString(), "start");
    }

    private void startDovecot() throws IOException, InterruptedException {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("certificate.pem").toString());
        var configuration = """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                listen = 127.0.0.1
                protocols = imap
                ssl = required
                ssl_cert = <%1$s/certificate.pem
                ssl_key = <%1$s/key.pem
                first_valid_uid = 1
                mail_location = maildir:%1$s/mail/%%u
                passdb {
                  driver = static
                  args = password=%2$s
                }
                userdb {
                  driver = static
                  args = uid=8 gid=8 home=%1$s/mail
                }
                namespace inbox {
                  inbox = yes
                }
                service imap-login {
                  inet_listener imap {
                    port = 0
                  }
                  inet_listener imaps {
                    port = %3$d
                    ssl = yes
                  }
                }
                """.formatted(folder, PASSWORD, imapPort);
        Files.writeString(folder.resolve("dovecot.conf"), configuration);
        run("dovecot", "-c", folder.resolve("dovecot.conf").toString());
    }

    int smtpPort() {
        return smtpPort;
    }

    /** The settings that lead to the mailbox, without the prefix. */
    Map<String, String> mailbox() {
        return Map.of("host", "localhost", "port", Integer.toString(imapPort), "user", "bounces", "password", PASSWORD);
    }

    /** Trusts this Dovecot, and nobody else. */
    SSLSocketFactory certificates() throws IOException, GeneralSecurityException {
        var authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        try (var pem = Files.newInputStream(folder.resolve("certificate.pem"))) {
            authorities.setCertificateEntry(
                    "dovecot", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authorities);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** What Postfix says that it did, for whoever wonders why nothing came back. */
    String log() throws IOException {
        return Files.readString(folder.resolve("mail.log"));
    }

    /** How many mails lie in a folder of the mailbox, without asking Dovecot. */
    long count(String name) throws IOException {
        var maildir = folder.resolve("mail/bounces" + (name.equals("INBOX") ? "" : "/." + name));
        long found = 0;
        for (var place : Set.of("new", "cur")) {
            if (Files.isDirectory(maildir.resolve(place))) {
                try (var mails = Files.list(maildir.resolve(place))) {
                    found += mails.count();
                }
            }
        }
        return found;
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a daemon inherits stays open, so output goes to a file. */
    private void run(String... command) throws IOException, InterruptedException {
        var output = folder.resolve("commands.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + ": " + Files.readString(output.toPath()));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("postfix", "-c", folder.resolve("postfix").toString(), "stop");
        run("dovecot", "-c", folder.resolve("dovecot.conf").toString(), "stop");
    }
}
