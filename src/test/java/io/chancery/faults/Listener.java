package io.chancery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The port of a provider, which can be switched off and on again. */
final class Listener implements AutoCloseable {

    private final Conversation conversation;
    private final int port;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        var thread = new Thread(run, "provider");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ServerSocket server;

    /** Speaks with one client until one of them hangs up. */
    interface Conversation {
        void hold(Socket client) throws IOException;
    }

    Listener(Conversation conversation) {
        this.conversation = conversation;
        this.server = open(0);
        this.port = server.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Hangs up on everybody and takes no calls. */
    void switchOff() {
        close(server);
        clients.forEach(Listener::close);
    }

    void switchOn() {
        server = open(port);
    }

    private ServerSocket open(int wish) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wish), 50);
            threads.execute(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var client = opened.accept();
                clients.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            conversation.hold(client);
        } catch (IOException e) {
            // The sender was killed, or we hung up, which is what this is for.
        } finally {
            clients.remove(client);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        switchOff();
        threads.shutdownNow();
    }
}
