package io.chancery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An SMTP server that remembers how often it took each Message-ID, and outlives whoever sends to it. */
public final class SmtpSink implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        var thread = new Thread(run, "smtp-sink");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    public SmtpSink() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How often each Message-ID was taken, without its angle brackets. */
    public Map<String, Integer> taken() {
        return taken;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                var out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.ISO_8859_1)) {
            say(out, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    take(in);
                }
                say(out, "250 ok");
            }
        } catch (IOException e) {
            // The sender was killed, which is what this sink is for.
        }
    }

    /** Counts only what came whole, up to the final dot. */
    private void take(BufferedReader in) throws IOException {
        var id = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                taken.merge(id, 1, Integer::sum);
                return;
            }
            if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).trim().replaceAll("[<>]", "");
            }
        }
        throw new IOException("The mail was cut off");
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
