package io.chancery.dispatch.sms.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does with each connection what no HTTP library would. */
final class RawServer implements AutoCloseable {

    interface Script {
        void play(Socket connection) throws IOException, InterruptedException;
    }

    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket listener;

    RawServer(Script script) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        start(() -> {
            while (true) {
                var connection = listener.accept();
                connections.incrementAndGet();
                start(() -> {
                    try (connection) {
                        script.play(connection);
                    }
                });
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads a request whole: its head, and its body up to the brace that ends it. */
    static void readRequest(Socket connection) throws IOException {
        var read = new StringBuilder();
        InputStream in = connection.getInputStream();
        while (!read.toString().endsWith("}")) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            read.append((char) next);
        }
    }

    /** Reads all there is, and answers nothing. */
    static void silence(Socket connection) throws IOException {
        connection.getInputStream().readAllBytes();
    }

    static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
