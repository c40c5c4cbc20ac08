package io.chancery.dispatch.sms;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import java.io.IOException;
import java.util.Objects;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/** One session with the SMSC. Made to be bound once; a lost one is replaced. */
final class SmppConnection extends SMPPSession {

    /** Threads that only answers use, so that receipts waiting for our database cannot hold them up. */
    private static final int THREADS_FOR_ANSWERS = 2;

    /** Our own command status, which no SMSC sends: SMPP 3.4 §5.1.3 reserves it. */
    private static final int LOST = 0xFFFF_FFFF;

    private static final int LONGEST_SEARCH = 100_000;

    private final AnswersFirst reader;

    SmppConnection(SmscServer server, SmsConfig.Smsc config, MessageReceiverListener receipts) {
        this(server, config, receipts, new AnswersFirst());
    }

    private SmppConnection(
            SmscServer server, SmsConfig.Smsc config, MessageReceiverListener receipts, AnswersFirst reader) {
        super(
                new SynchronizedPDUSender(new DefaultPDUSender()),
                reader,
                (host, port) -> new SocketConnection(server.connect(config.connectTimeout())));
        this.reader = reader;
        setEnquireLinkTimer(Math.toIntExact(config.enquireLink().toMillis()));
        setTransactionTimer(config.responseTimeout().toMillis());
        setPduProcessorDegree(config.window() + THREADS_FOR_ANSWERS);
        setMessageReceiverListener(receipts);
    }

    void bind(SmscServer server, SmsConfig.Smsc config) throws IOException {
        var login = server.login();
        var bind = new BindParameter(
                BindType.BIND_TRX,
                login.systemId(),
                login.password(),
                login.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
        connectAndBind(server.host(), server.port(), bind, config.bindTimeout().toMillis());
    }

    boolean isBound() {
        return getSessionState().isTransmittable();
    }

    /**
     * Submits one part.
     *
     * @param part from 0
     */
    DeliveryOutcome submit(OutgoingText text, int part) {
        try {
            return new Accepted(MessageId.canonical(Objects.requireNonNullElse(write(text, part), "")));
        } catch (NegativeResponseException refused) {
            return refused.getCommandStatus() == LOST ? lost() : CommandStatus.refusal(refused.getCommandStatus());
        } catch (GenericNackResponseException refused) {
            return CommandStatus.refusal(refused.getCommandStatus());
        } catch (ResponseTimeoutException silence) {
            return new Uncertain("The SMSC had the text, but did not answer in time.");
        } catch (InvalidResponseException | IOException lost) {
            return lost();
        } catch (PDUException notWritten) {
            return new Permanent("not-encodable", "SMPP cannot carry the text.");
        }
    }

    private static Uncertain lost() {
        return new Uncertain("The connection broke before the SMSC answered.");
    }

    private String write(OutgoingText text, int part)
            throws IOException, PDUException, InvalidResponseException, NegativeResponseException,
                    ResponseTimeoutException {
        var from = text.from();
        var to = text.to();
        var feature = text.isConcatenated() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT;
        var answer = submitShortMessage(
                "",
                from.type(),
                from.plan(),
                from.value(),
                to.type(),
                to.plan(),
                to.value(),
                new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, feature),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                (byte) 0,
                new RawDataCoding(text.dataCoding()),
                (byte) 0,
                text.userData(part),
                new OptionalParameter.User_message_reference(text.reference()));
        return answer.getMessageId();
    }

    @Override
    protected @Nullable PendingResponse<Command> removePendingResponse(int sequenceNumber) {
        var pending = super.removePendingResponse(sequenceNumber);
        reader.acted(sequenceNumber);
        return pending;
    }

    /** jSMPP would let those who wait for an answer wait on, though none can come any more. */
    @Override
    public void close() {
        super.close();
        var lost = new SubmitSmResp();
        lost.setCommandStatus(LOST);
        int sequence = sequence().currentValue();
        for (int i = 0; i < LONGEST_SEARCH && getUnacknowledgedRequests() > 0; i++) {
            var waiting = removePendingResponse(sequence - i);
            if (waiting != null) {
                // As an answer, because one who is only about to wait would not see the exception that could be set.
                waiting.done(lost);
            }
        }
    }
}
