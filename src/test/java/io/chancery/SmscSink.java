package io.chancery;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** An SMSC, byte by byte after SMPP 3.4 §4, that remembers how often it took each invoice number in a text. */
public final class SmscSink implements AutoCloseable {

    private static final int RESPONSE = 0x8000_0000;
    private static final int SUBMIT_SM = 0x4;
    private static final int UNBIND = 0x6;
    private static final int HEADER = 16;
    private static final Pattern NUMBER = Pattern.compile("R-\\d{6}");

    private final ServerSocket server;
    private final AtomicInteger messageIds = new AtomicInteger();
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        var thread = new Thread(run, "smsc-sink");
        thread.setDaemon(true);
        return thread;
    });

    public SmscSink() {
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

    /** How often each invoice number was taken. */
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
                var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                var out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()))) {
            while (!client.isClosed()) {
                int length = in.readInt();
                int command = in.readInt();
                in.readInt();
                int sequence = in.readInt();
                var body = in.readNBytes(length - HEADER);
                if (command >= 0) {
                    answer(out, command, sequence, answerTo(command, body));
                }
                if (command == UNBIND) {
                    return;
                }
            }
        } catch (IOException e) {
            // The sender was killed, which is what this sink is for.
        }
    }

    private String answerTo(int command, byte[] body) {
        if (command == SUBMIT_SM) {
            var number = NUMBER.matcher(new String(body, StandardCharsets.ISO_8859_1));
            if (number.find()) {
                taken.merge(number.group(), 1, Integer::sum);
            }
            return Integer.toString(messageIds.incrementAndGet());
        }
        boolean bind = command == 0x1 || command == 0x2 || command == 0x9;
        return bind ? "sink" : "";
    }

    private static void answer(DataOutputStream out, int command, int sequence, String text) throws IOException {
        var bytes = text.isEmpty() ? new byte[0] : (text + "\0").getBytes(StandardCharsets.US_ASCII);
        out.writeInt(HEADER + bytes.length);
        out.writeInt(command | RESPONSE);
        out.writeInt(0);
        out.writeInt(sequence);
        out.write(bytes);
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
