package io.chancery.dispatch.sms.smsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.session.SMPPServerSession;

/**
 * A development stand-in for an SMSC: takes texts for whomever over SMPP 3.4 on loopback, shows the newest as a phone
 * would, and confirms them by delivery receipts. {@link MagicNumber}s play the failures.
 */
public final class SmscStandIn implements AutoCloseable {

    /** Loopback: a stand-in that takes everybody's texts must not be reachable from outside. */
    public static final String HOST = "127.0.0.1";

    private static final int ANY_PORT = 0;
    private static final int KEPT = 500;
    private static final Duration RECEIPT_DELAY = Duration.ofMillis(100);

    private final SmscListener listener;
    private final SubmitDesk desk;
    private final ReceivedTexts texts;
    private final ReceiptDelivery receipts;

    private SmscStandIn(int port, int kept, Duration receiptDelay, Clock clock) throws IOException {
        List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
        texts = new ReceivedTexts(kept, clock);
        receipts = new ReceiptDelivery(sessions, clock);
        desk = new SubmitDesk(texts, receipts, receiptDelay, clock);
        listener = new SmscListener(port, desk, bind -> SMPPConstant.STAT_ESME_ROK, sessions);
    }

    /** On a free port, keeping the newest 500 texts, with receipts a tenth of a second later. */
    public static SmscStandIn start(Clock clock) {
        return start(ANY_PORT, KEPT, RECEIPT_DELAY, clock);
    }

    /**
     * On this port, or on another if it is taken.
     *
     * @param kept how many of the newest texts stay readable
     * @param receiptDelay how long a phone takes to confirm a text
     */
    public static SmscStandIn start(int port, int kept, Duration receiptDelay, Clock clock) {
        var standIn = open(port, kept, receiptDelay, clock);
        standIn.listener.start();
        return standIn;
    }

    private static SmscStandIn open(int port, int kept, Duration receiptDelay, Clock clock) {
        try {
            return new SmscStandIn(port, kept, receiptDelay, clock);
        } catch (IOException taken) {
            if (port == ANY_PORT) {
                throw new UncheckedIOException(taken);
            }
            return open(ANY_PORT, kept, receiptDelay, clock);
        }
    }

    public int port() {
        return listener.port();
    }

    /** The newest texts, the newest first. */
    public List<ReceivedText> texts() {
        return texts.newest();
    }

    /** How many whole texts were taken since the start. */
    public long taken() {
        return texts.taken();
    }

    @Override
    public void close() {
        desk.close();
        receipts.close();
        listener.close();
    }
}
