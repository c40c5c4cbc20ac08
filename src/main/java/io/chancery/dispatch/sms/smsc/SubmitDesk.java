package io.chancery.dispatch.sms.smsc;

import io.chancery.dispatch.sms.smsc.ReceiptDelivery.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes texts, plays the failures that are asked for, and sees to the receipts. */
final class SubmitDesk extends SubmitOnly {

    /** Every so many texts the receipt overtakes the answer, as happens in real networks. */
    private static final int OVERTAKES_EVERY = 16;

    private static final Duration LONGEST_OVERTAKING = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final ReceivedTexts texts;
    private final ReceiptDelivery receipts;
    private final Duration receiptDelay;
    private final AtomicLong lastId;
    private final Semaphore overtaking = new Semaphore(1);
    private final CountDownLatch end = new CountDownLatch(1);

    SubmitDesk(ReceivedTexts texts, ReceiptDelivery receipts, Duration receiptDelay, Clock clock) {
        this.texts = texts;
        this.receipts = receipts;
        this.receiptDelay = receiptDelay;
        // Ids must not repeat after a restart, because receipts are matched by them.
        lastId = new AtomicLong(clock.millis() * 1_000_000);
    }

    void close() {
        end.countDown();
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submitSm, SMPPServerSession source) throws ProcessRequestException {
        var magic = MagicNumber.find("+" + submitSm.getDestAddress());
        int status = receipts.isFull()
                ? SMPPConstant.STAT_ESME_RMSGQFUL
                : magic.map(MagicNumber::commandStatus).orElse(SMPPConstant.STAT_ESME_ROK);
        if (status != SMPPConstant.STAT_ESME_ROK) {
            throw new ProcessRequestException("Refused", status);
        }
        texts.take(submitSm);
        long id = lastId.incrementAndGet();
        var fate = magic.map(MagicNumber::fate).orElse("DELIVRD");
        if (submitSm.getRegisteredDelivery() != 0 && !fate.isEmpty()) {
            bring(new Receipt(Long.toHexString(id), submitSm, fate), id % OVERTAKES_EVERY == 0);
        }
        play(magic, source);
        return answer(Long.toHexString(id));
    }

    private void bring(Receipt receipt, boolean overtakes) {
        // Only one at a time: it holds a thread that the receipt's own confirmation may need.
        if (!overtakes || !overtaking.tryAcquire()) {
            receipts.bring(receipt, receiptDelay);
            return;
        }
        try {
            receipts.bring(receipt, Duration.ZERO).get(LONGEST_OVERTAKING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notYetConfirmed) {
            // It will be brought again; the answer goes out all the same.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            overtaking.release();
        }
    }

    private void play(Optional<MagicNumber> magic, SMPPServerSession source) {
        if (magic.equals(Optional.of(MagicNumber.CUT))) {
            source.close();
        } else if (magic.equals(Optional.of(MagicNumber.UNANSWERED))) {
            try {
                end.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SubmitSmResult answer(String messageId) {
        try {
            return new SubmitSmResult(new MessageId(messageId), new OptionalParameter[0]);
        } catch (PDUStringException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }
}
