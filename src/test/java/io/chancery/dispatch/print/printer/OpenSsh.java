package io.chancery.dispatch.print.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server that most print providers have, on a port of its own and with keys of its own. */
final class OpenSsh implements AutoCloseable {

    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final Path SFTP = Path.of("/usr/lib/openssh/sftp-server");
    private static final int PATIENCE = 100;

    private final Path folder;
    private final int port;
    private final Process process;

    OpenSsh(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                folder.resolve("host").toString());
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                folder.resolve("client").toString());
        Files.writeString(folder.resolve("config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s/host
                AuthorizedKeysFile %s/client.pub
                PidFile %s/pid
                StrictModes no
                UsePAM no
                PermitRootLogin yes
                PasswordAuthentication no
                Subsystem sftp %s
                """.formatted(port, folder, folder, folder, SFTP));
        // As root it insists on its folder, which a boot would make.
        if (Files.isWritable(Path.of("/run"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        process = new ProcessBuilder(
                        SERVER.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await(port, () -> {});
    }

    static boolean isInstalled() {
        return Files.isExecutable(SERVER) && Files.isExecutable(SFTP);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Until somebody listens.
     *
     * @param check throws if nobody will
     */
    static void await(int port, Runnable check) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
                return;
            } catch (IOException notYet) {
                check.run();
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("Nobody listens at port " + port);
    }

    SftpAccount account(String... hostKeys) {
        return account(new SftpAccount.Key(folder.resolve("client")), hostKeys);
    }

    SftpAccount account(SftpAccount.Login login, String... hostKeys) {
        return new SftpAccount("127.0.0.1", port, System.getProperty("user.name"), Set.of(hostKeys), login);
    }

    String hostKey() throws IOException, InterruptedException {
        return run("ssh-keygen", "-l", "-f", folder.resolve("host.pub").toString())
                .split(" ")[1];
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var started =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var said = new String(started.getInputStream().readAllBytes());
        if (started.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
