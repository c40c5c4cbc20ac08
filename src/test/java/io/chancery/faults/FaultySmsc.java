package io.chancery.faults;

import io.chancery.faults.Mischief.Kind;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** An SMSC, byte by byte after SMPP 3.4 §4, that writes down the invoice number of each text it takes, and then may misbehave. */
final class FaultySmsc {

    private static final int RESPONSE = 0x8000_0000;
    private static final int SUBMIT_SM = 0x4;
    private static final int UNBIND = 0x6;
    private static final int HEADER = 16;
    /** ESME_RTHROTTLED. */
    private static final int NOT_NOW = 0x58;
    /** ESME_RPROHIBITED. */
    private static final int NEVER = 0x101;

    private static final Pattern NUMBER = Pattern.compile("R-\\d{7}");

    private final Acceptances log;
    private final Mischief mischief;
    private final AtomicInteger messageIds = new AtomicInteger();

    FaultySmsc(Acceptances log, Mischief mischief) {
        this.log = log;
        this.mischief = mischief;
    }

    void hold(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var out = client.getOutputStream();
        boolean on = true;
        while (on) {
            int length = in.readInt();
            int command = in.readInt();
            in.readInt();
            int sequence = in.readInt();
            var body = in.readNBytes(length - HEADER);
            if (command == SUBMIT_SM) {
                on = take(client, sequence, new String(body, StandardCharsets.ISO_8859_1));
            } else if (command >= 0) {
                boolean bind = command == 0x1 || command == 0x2 || command == 0x9;
                send(out, answer(command, 0, sequence, bind ? "sink" : ""));
                on = command != UNBIND;
            }
        }
    }

    /** Whether the conversation goes on. */
    private boolean take(Socket client, int sequence, String body) throws IOException {
        var kind = mischief.next();
        var out = client.getOutputStream();
        var number = NUMBER.matcher(body);
        log.arrived(number.find() ? number.group() : "?", kind, client);
        if (kind.isRefusal()) {
            send(out, answer(SUBMIT_SM, kind == Kind.REFUSE_FOR_NOW ? NOT_NOW : NEVER, sequence, ""));
            return true;
        }
        if (kind == Kind.CUT_BEFORE_ANSWER) {
            return false;
        }
        var answer = answer(SUBMIT_SM, 0, sequence, "sink-" + messageIds.incrementAndGet());
        if (kind == Kind.DRIP) {
            mischief.drip(1);
        }
        send(out, answer);
        if (kind == Kind.ANSWER_TWICE) {
            send(out, answer);
        }
        return kind != Kind.CUT_AFTER_ANSWER;
    }

    private static byte[] answer(int command, int status, int sequence, String text) throws IOException {
        var octets = text.isEmpty() ? new byte[0] : (text + "\0").getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(HEADER + octets.length);
        out.writeInt(command | RESPONSE);
        out.writeInt(status);
        out.writeInt(sequence);
        out.write(octets);
        return bytes.toByteArray();
    }

    private static void send(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
