package io.chancery.dispatch.sms;

import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.sms.Receipt.Fate;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/**
 * Takes receipts from the SMSC. A receipt is confirmed only after it was recorded, so that the SMSC keeps it and tries
 * again as long as we cannot.
 */
final class ReceiptDesk implements MessageReceiverListener {

    private static final Logger LOG = Logger.getLogger(ReceiptDesk.class);

    private final Receipts receipts;
    private final MessageId.Style style;
    private final Clock clock;
    private final Set<String> unknownSubscriber;
    /** More at once than agreed would take the threads that answers to our own requests need. */
    private final Semaphore window;

    ReceiptDesk(Receipts receipts, SmsConfig.Smsc config, Clock clock) {
        this.receipts = receipts;
        this.style = config.receiptIds();
        this.clock = clock;
        this.unknownSubscriber = config.unknownSubscriber();
        window = new Semaphore(config.window());
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
        if (deliverSm.isIntermediateDeliveryNotification()) {
            return;
        }
        if (!deliverSm.isSmscDeliveryReceipt()) {
            throw new ProcessRequestException("We take no texts", SMPPConstant.STAT_ESME_RX_P_APPN);
        }
        if (!window.tryAcquire()) {
            throw new ProcessRequestException("Too many at once", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        try {
            record(Receipt.of(deliverSm, style));
        } catch (RuntimeException notRecorded) {
            LOG.warnf("A receipt could not be recorded, so the SMSC will bring it again: %s", notRecorded);
            throw new ProcessRequestException("Not recorded", SMPPConstant.STAT_ESME_RX_T_APPN);
        } finally {
            window.release();
        }
    }

    private void record(Receipt receipt) {
        if (receipt.messageId().isEmpty()) {
            LOG.warn("A receipt names no text, so nobody can use it");
        } else if (receipt.fate() != Fate.OPEN) {
            var code = receipt.isNobodyThere(unknownSubscriber)
                    ? Receipts.NOBODY_THERE + " " + receipt.code()
                    : receipt.code();
            receipts.record(receipt.messageId(), receipt.fate() == Fate.DELIVERED, code, clock.instant());
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alertNotification) {
        // Says that a phone is back in reach; the SMSC knows best what to do then.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("We take no data_sm", SMPPConstant.STAT_ESME_RX_P_APPN);
    }
}
