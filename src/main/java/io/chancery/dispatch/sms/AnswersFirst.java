package io.chancery.dispatch.sms;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/**
 * Lets the end of a session wait for the answers that came before it. jSMPP reads with one thread and acts on what it
 * read with others, and once a session has ended it takes no answer any more: one that the SMSC sent just before it
 * unbound or hung up would be lost, and a text that it took would be uncertain.
 */
final class AnswersFirst extends DefaultPDUReader {

    private static final Set<Integer> ANSWERS = Set.of(
            SMPPConstant.CID_BIND_TRANSCEIVER_RESP, SMPPConstant.CID_SUBMIT_SM_RESP, SMPPConstant.CID_GENERIC_NACK);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** The sequence numbers of those that were read, but not acted on. */
    private final Set<Integer> read = new HashSet<>();

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        try {
            var header = super.readPDUHeader(in);
            if (header.getCommandId() == SMPPConstant.CID_UNBIND) {
                awaitActing();
            }
            return header;
        } catch (SocketTimeoutException silence) {
            throw silence;
        } catch (IOException end) {
            awaitActing();
            throw end;
        }
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        var whole = super.readPDU(in, header);
        if (ANSWERS.contains(header.getCommandId())) {
            add(header.getSequenceNumber());
        }
        return whole;
    }

    private synchronized void add(int sequenceNumber) {
        read.add(sequenceNumber);
    }

    /** Told of each answer that is acted on. */
    synchronized void acted(int sequenceNumber) {
        read.remove(sequenceNumber);
        notifyAll();
    }

    private synchronized void awaitActing() {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            for (long rest = LONGEST_WAIT.toNanos(); !read.isEmpty() && rest > 0; rest = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, rest);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
