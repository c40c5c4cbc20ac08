package io.chancery.dispatch.email;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that does what a test tells it, at each stage: {@code GREETING, EHLO, AUTH, MAIL, RCPT, DATA, DOT,
 * RSET, NOOP}. Takes the wire's octets as they are.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Says nothing more, and keeps the connection. */
    static final String HANG = "HANG";

    /** Closes the connection without a word. */
    static final String CUT = "CUT";

    /** Put behind an answer: closes the connection after it. */
    static final String THEN_CUT = " THEN CUT";

    private static final Map<String, String> FRIENDLY = Map.of(
            "GREETING", "220 relay.example.org",
            "DATA", "354 go ahead",
            "DOT", "250 2.0.0 Ok: queued as 4F2A",
            "AUTH", "235 welcome",
            "STARTTLS", "220 go ahead");

    private final ServerSocket server;
    private final @Nullable SSLContext certificate;
    private final boolean encryptedFromStart;
    private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
    private final List<String> extensions = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<byte[]> mails = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer() throws IOException {
        this(null, false);
    }

    ScriptedSmtpServer(@Nullable SSLContext certificate, boolean encryptedFromStart) throws IOException {
        this.certificate = certificate;
        this.encryptedFromStart = encryptedFromStart;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** The next answers at a stage; afterwards the server is friendly again. */
    ScriptedSmtpServer answer(String stage, String... answers) {
        script.computeIfAbsent(stage, any -> new ArrayDeque<>()).addAll(List.of(answers));
        return this;
    }

    ScriptedSmtpServer offer(String extension) {
        extensions.add(extension);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.size();
    }

    /** Says what nobody asked for, on the connection that was opened last. */
    void interject(String answer) throws IOException {
        var line = answer + "\r\n";
        connections.get(connections.size() - 1).getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "scripted-smtp-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                connections.add(socket);
                start(() -> converse(socket));
            }
        } catch (IOException closed) {
            end.countDown();
        }
    }

    private void converse(Socket raw) {
        try (raw) {
            new Conversation(raw).run();
        } catch (IOException goneAway) {
            commands.add("EOF");
        }
    }

    private final class Conversation {

        private final Socket raw;
        private Socket socket;
        private InputStream in;

        Conversation(Socket raw) throws IOException {
            this.raw = raw;
            socket = encryptedFromStart ? encrypt(raw) : raw;
            in = new BufferedInputStream(socket.getInputStream());
        }

        void run() throws IOException {
            var answer = say("GREETING");
            while (!answer.isEmpty()) {
                var line = readLine(in);
                commands.add(line);
                answer = say(line.split("[ :]", 2)[0]);
                if (answer.startsWith("354")) {
                    mails.add(readMail(in));
                    answer = say("DOT");
                } else if (line.equals("STARTTLS") && answer.startsWith("220")) {
                    socket = encrypt(raw);
                    in = new BufferedInputStream(socket.getInputStream());
                }
            }
        }

        /** What was said, or nothing if the conversation is over. */
        private String say(String stage) throws IOException {
            var scripted = script.getOrDefault(stage, new ArrayDeque<>()).poll();
            var answer = scripted == null ? friendly(stage) : scripted;
            if (answer.equals(HANG)) {
                awaitEnd();
                return "";
            }
            if (answer.equals(CUT)) {
                return "";
            }
            var line = answer.replace(THEN_CUT, "") + "\r\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            return answer.endsWith(THEN_CUT) ? "" : answer;
        }
    }

    private String friendly(String stage) {
        if (!stage.equals("EHLO")) {
            return FRIENDLY.getOrDefault(stage, "250 ok");
        }
        var lines = new StringBuilder("250-relay.example.org");
        extensions.forEach(extension -> lines.append("\r\n250-").append(extension));
        return lines.append("\r\n250 HELP").toString();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket encrypt(Socket socket) throws IOException {
        if (certificate == null) {
            throw new IOException("No certificate");
        }
        var encrypted = (SSLSocket) certificate.getSocketFactory().createSocket(socket, null, port(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("EOF");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** RFC 5321 §4.5.2, octet by octet. */
    private static byte[] readMail(InputStream in) throws IOException {
        var wire = new ByteArrayOutputStream();
        var end = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
        wire.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        int matched = 2;
        while (matched < end.length) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("EOF");
            }
            wire.write(octet);
            matched = octet == end[matched] ? matched + 1 : octet == '\r' ? 1 : 0;
        }
        var text = wire.toString(StandardCharsets.ISO_8859_1);
        return text.substring(0, text.length() - 3)
                .replace("\r\n.", "\r\n")
                .substring(2)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns when the port is free: a thread inside {@code accept} keeps it open for a moment. */
    @Override
    public void close() throws IOException {
        server.close();
        awaitEnd();
        for (var connection : connections) {
            connection.close();
        }
    }
}
