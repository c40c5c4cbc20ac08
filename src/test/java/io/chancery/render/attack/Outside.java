package io.chancery.render.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** What lies outside a message, each piece marked: a socket that counts its visitors, files, and a property of the process. */
public final class Outside implements AutoCloseable {

    /** In all that must never be read. */
    public static final String MARK = "SECRET-4711";

    private static final String PROPERTY = "chancery.secret";
    private static final String STYLE = "body:before { content: '" + MARK + "' }";
    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>" + MARK + "</text></svg>";

    private final AtomicInteger visits = new AtomicInteger();
    private final ServerSocket socket;
    private final Path folder;

    private Outside(ServerSocket socket, Path folder) {
        this.socket = socket;
        this.folder = folder;
    }

    /** Lays out what is marked and begins to count. */
    public static Outside in(Path folder) {
        try {
            Files.writeString(folder.resolve("secret.css"), STYLE);
            Files.writeString(folder.resolve("secret.txt"), MARK);
            Files.writeString(folder.resolve("secret.svg"), DRAWING);
            System.setProperty(PROPERTY, MARK);
            var outside = new Outside(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), folder);
            var listener = new Thread(outside::serve);
            listener.setDaemon(true);
            listener.start();
            return outside;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve() {
        var answer = ("HTTP/1.0 200 OK\r\nContent-Type: text/css\r\n\r\n" + STYLE).getBytes(StandardCharsets.UTF_8);
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                visits.incrementAndGet();
                visitor.getOutputStream().write(answer);
            } catch (IOException closed) {
                return;
            }
        }
    }

    public String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** A file by its whole path. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** How often anybody came to the socket, and begins anew. */
    public int takeVisits() {
        return visits.getAndSet(0);
    }

    @Override
    public void close() throws IOException {
        System.clearProperty(PROPERTY);
        socket.close();
    }
}
