package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSession;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.Pdu;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.pdu.Unbind;
import com.cloudhopper.smpp.tlv.TlvConvertException;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.LoggingOptions;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppProcessingException;
import com.cloudhopper.smpp.util.DaemonExecutors;
import com.cloudhopper.smpp.util.DeliveryReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.netty.buffer.ChannelBuffers;
import org.jboss.netty.channel.ChannelFutureListener;
import org.jspecify.annotations.Nullable;

/** An SMSC made of ch-smpp: another reading of SMPP than that of our client, which is jSMPP's. Does what a test says. */
final class ChSmppServer implements AutoCloseable {

    /** Answers a text, or does not: then someone else may, later. */
    interface Script {
        @Nullable
        PduResponse take(SubmitSm submitSm, SmppServerSession session);
    }

    /** A bind as it came, and when. */
    record Knock(BaseBind<?> bind, long nanos) {}

    static final String NUMBER = "491713920000";
    static final Address PHONE = new Address(SmppConstants.TON_INTERNATIONAL, SmppConstants.NPI_E164, NUMBER);
    static final Address NAME = new Address(SmppConstants.TON_ALPHANUMERIC, SmppConstants.NPI_UNKNOWN, "Lindenwerk");

    private static final String HOST = "127.0.0.1";
    private static final int PATIENCE_MILLIS = 5_000;

    final List<Knock> knocks = new CopyOnWriteArrayList<>();
    final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    /** The open ones, the oldest first. */
    final List<DefaultSmppSession> sessions = new CopyOnWriteArrayList<>();

    final AtomicInteger enquiries = new AtomicInteger();
    final AtomicInteger goodbyes = new AtomicInteger();
    volatile boolean answersEnquiries = true;
    volatile String password = "secret";
    volatile Script script = (text, session) -> taken(text);

    private final AtomicInteger ids = new AtomicInteger(100);
    private final SmppServerConfiguration configuration = configuration();
    private final DefaultSmppServer server =
            new DefaultSmppServer(configuration, new Doorman(), DaemonExecutors.newCachedDaemonThreadPool());

    ChSmppServer() {
        try {
            server.start();
        } catch (SmppChannelException taken) {
            throw new IllegalStateException(taken);
        }
    }

    private static SmppServerConfiguration configuration() {
        var configuration = new SmppServerConfiguration();
        configuration.setHost(HOST);
        configuration.setPort(freePort());
        configuration.setMaxConnectionSize(4);
        configuration.setDefaultWindowSize(20);
        return configuration;
    }

    /** It would not tell us which one it found. */
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    int port() {
        return configuration.getPort();
    }

    /** Sends a request to the application, and waits for the answer. */
    PduResponse ask(PduRequest<?> request) throws Exception {
        var answer = sessions.get(0).sendRequestPdu(request, PATIENCE_MILLIS, true);
        assertThat(answer.await()).isTrue();
        return answer.getResponse();
    }

    /** The status with which the application answers what we bring. */
    int deliver(DeliverSm deliverSm) {
        try {
            return ask(deliverSm).getCommandStatus();
        } catch (Exception notAnswered) {
            throw new IllegalStateException(notAnswered);
        }
    }

    static void answer(SmppServerSession session, PduResponse answer) {
        try {
            session.sendResponsePdu(answer);
        } catch (Exception notSent) {
            throw new IllegalStateException(notSent);
        }
    }

    /** Under the next id, from 101. */
    SubmitSmResp taken(SubmitSm text) {
        return accepted(text, "" + ids.incrementAndGet());
    }

    static SubmitSmResp accepted(SubmitSm text, String id) {
        var answer = text.createResponse();
        answer.setMessageId(id);
        return answer;
    }

    static SubmitSmResp refused(SubmitSm text, int status) {
        var answer = text.createResponse();
        answer.setCommandStatus(status);
        return answer;
    }

    /** By which an SMSC can tell a repeat. */
    static short referenceOf(SubmitSm text) throws TlvConvertException {
        return text.getOptionalParameter(SmppConstants.TAG_USER_MESSAGE_REFERENCE)
                .getValueAsShort();
    }

    /** A receipt in ch-smpp's words. */
    static DeliverSm receipt(String id, byte state, int error) {
        var receipt = new DeliverSm();
        receipt.setEsmClass(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT);
        receipt.setSourceAddress(PHONE);
        receipt.setDestAddress(NAME);
        // It pads numbers to ten digits, as SMPP 3.4 appendix B has it.
        var words = new DeliveryReceipt(id, 1, 1, null, null, state, error, "Guten Tag");
        if (!id.isEmpty()) {
            words.setMessageId(Long.parseLong(id));
        }
        try {
            receipt.setShortMessage(words.toShortMessage().getBytes(StandardCharsets.US_ASCII));
        } catch (Exception tooLong) {
            throw new IllegalStateException(tooLong);
        }
        return receipt;
    }

    /** Sends all at once, and hangs up. */
    void endWith(List<Pdu> pdus) throws Exception {
        var all = ChannelBuffers.dynamicBuffer();
        for (var pdu : pdus) {
            if (!pdu.hasSequenceNumberAssigned()) {
                pdu.setSequenceNumber(1);
            }
            all.writeBytes(server.getTranscoder().encode(pdu));
        }
        sessions.get(0).getChannel().write(all).addListener(ChannelFutureListener.CLOSE);
    }

    /** Without a goodbye even of TCP: the other side sees a reset. */
    void cut() {
        sessions.forEach(session -> {
            session.getChannel().getConfig().setOption("soLinger", 0);
            session.close();
        });
    }

    @Override
    public void close() {
        server.destroy();
    }

    private final class Doorman implements SmppServerHandler {

        @Override
        public void sessionBindRequested(Long id, SmppSessionConfiguration session, BaseBind bind)
                throws SmppProcessingException {
            knocks.add(new Knock(bind, System.nanoTime()));
            if (!bind.getPassword().equals(password)) {
                throw new SmppProcessingException(SmppConstants.STATUS_INVPASWD);
            }
            session.setLoggingOptions(new LoggingOptions());
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
            sessions.add((DefaultSmppSession) session);
            session.serverReady(new Desk(session));
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            sessions.remove(session);
        }
    }

    private final class Desk extends DefaultSmppSessionHandler {

        private final SmppServerSession session;

        Desk(SmppServerSession session) {
            this.session = session;
        }

        @Override
        public @Nullable PduResponse firePduRequestReceived(PduRequest request) {
            if (request instanceof SubmitSm submitSm) {
                submitted.add(submitSm);
                return script.take(submitSm, session);
            }
            if (request instanceof EnquireLink) {
                enquiries.incrementAndGet();
                return answersEnquiries ? request.createResponse() : null;
            }
            if (request instanceof Unbind) {
                goodbyes.incrementAndGet();
            }
            return request.createResponse();
        }
    }
}
