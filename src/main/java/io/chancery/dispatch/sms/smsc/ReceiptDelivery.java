package io.chancery.dispatch.sms.smsc;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;

/** Brings receipts to whoever is bound, again and again until they are confirmed. */
final class ReceiptDelivery implements AutoCloseable {

    /** How a text ended, in the words of SMPP 3.4 appendix B. */
    record Receipt(String messageId, SubmitSm submitSm, String state) {

        boolean isDelivered() {
            return state.equals("DELIVRD");
        }
    }

    private static final Logger LOG = Logger.getLogger(ReceiptDelivery.class);

    /** The window that the adapter has by default. */
    private static final int AT_ONCE = 10;

    private static final int MOST_WAITING = 50_000;
    private static final int MOST_TRIES = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final List<SMPPServerSession> sessions;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor messengers = new ScheduledThreadPoolExecutor(AT_ONCE, task -> {
        var thread = new Thread(task, "smsc-stand-in-receipts");
        thread.setDaemon(true);
        return thread;
    });

    ReceiptDelivery(List<SMPPServerSession> sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        messengers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Whether so many receipts wait that no more texts should be taken. */
    boolean isFull() {
        return messengers.getQueue().size() >= MOST_WAITING;
    }

    Future<?> bring(Receipt receipt, Duration delay) {
        return messengers.schedule(() -> bring(receipt, 1), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void bring(Receipt receipt, int attempt) {
        try {
            for (var session : sessions) {
                if (session.getSessionState().isReceivable()) {
                    write(receipt, session);
                    return;
                }
            }
            again(receipt, attempt);
        } catch (Exception notConfirmed) {
            LOG.debugf("Receipt %s was not confirmed: %s", receipt.messageId(), notConfirmed.getMessage());
            again(receipt, attempt);
        }
    }

    private void again(Receipt receipt, int attempt) {
        if (attempt < MOST_TRIES && !messengers.isShutdown()) {
            long millis = Math.min(100L << Math.min(attempt, 10), LONGEST_PAUSE.toMillis());
            messengers.schedule(() -> bring(receipt, attempt + 1), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void write(Receipt receipt, SMPPServerSession session) throws Exception {
        var submitSm = receipt.submitSm();
        session.deliverShortMessage(
                "",
                TypeOfNumber.valueOf(submitSm.getDestAddrTon()),
                NumberingPlanIndicator.valueOf(submitSm.getDestAddrNpi()),
                submitSm.getDestAddress(),
                TypeOfNumber.valueOf(submitSm.getSourceAddrTon()),
                NumberingPlanIndicator.valueOf(submitSm.getSourceAddrNpi()),
                submitSm.getSourceAddr(),
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.ZERO,
                text(receipt).getBytes(StandardCharsets.US_ASCII));
    }

    private String text(Receipt receipt) {
        var now = MINUTE.format(clock.instant());
        return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(
                        receipt.messageId(),
                        receipt.isDelivered() ? "001" : "000",
                        now,
                        now,
                        receipt.state(),
                        receipt.isDelivered() ? "000" : "001");
    }

    @Override
    public void close() {
        messengers.shutdownNow();
    }
}
