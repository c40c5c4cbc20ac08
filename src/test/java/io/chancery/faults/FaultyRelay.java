package io.chancery.faults;

import io.chancery.faults.Mischief.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An SMTP server that writes down each mail it takes at the dot, and then may misbehave. */
final class FaultyRelay {

    private final Acceptances log;
    private final Mischief mischief;

    FaultyRelay(Acceptances log, Mischief mischief) {
        this.log = log;
        this.mischief = mischief;
    }

    void hold(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        var out = client.getOutputStream();
        say(out, "220 sink");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            }
            if (!command.startsWith("DATA")) {
                say(out, "250 ok");
                continue;
            }
            say(out, "354 go on");
            if (!answer(client, read(in))) {
                return;
            }
        }
    }

    /** Whether the conversation goes on. */
    private boolean answer(Socket client, String id) throws IOException {
        var kind = mischief.next();
        var out = client.getOutputStream();
        log.arrived(id, kind, client);
        switch (kind) {
            case REFUSE_FOR_NOW -> say(out, "451 4.3.0 not now");
            case REFUSE_FOR_GOOD -> say(out, "554 5.7.1 never");
            case CUT_BEFORE_ANSWER -> {
                return false;
            }
            case DRIP -> drip(out);
            case ANSWER_TWICE -> say(out, "250 ok\r\n250 ok");
            default -> say(out, "250 ok");
        }
        return kind != Kind.CUT_AFTER_ANSWER;
    }

    private void drip(OutputStream out) throws IOException {
        var answer = "250 ok\r\n".getBytes(StandardCharsets.US_ASCII);
        for (byte octet : answer) {
            mischief.drip(answer.length);
            out.write(octet);
            out.flush();
        }
    }

    /** The Message-ID of a mail that came whole, up to the final dot. */
    private static String read(BufferedReader in) throws IOException {
        var id = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return id;
            }
            if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).trim().replaceFirst("@.*", "").replace("<", "");
            }
        }
        throw new IOException("The mail was cut off");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
