package io.chancery.dispatch.sms.smsc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An SMSC that does what a test tells it. */
public final class ScriptedSmsc implements AutoCloseable {

    public static final byte RECEIPT = 0x04;

    /** Gives the id of a text, refuses it, or does worse. */
    public interface Script {
        String take(SubmitSm submitSm, SMPPServerSession session) throws ProcessRequestException;
    }

    public final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    public final AtomicInteger bindStatus = new AtomicInteger();
    public final AtomicInteger binds = new AtomicInteger();

    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final SmscListener listener;
    private volatile Script script;

    public ScriptedSmsc(Script script) throws IOException {
        this.script = script;
        listener = new SmscListener(
                0,
                new Desk(),
                bind -> {
                    binds.incrementAndGet();
                    return bindStatus.get();
                },
                sessions);
        listener.start();
    }

    public void script(Script next) {
        script = next;
    }

    public int port() {
        return listener.port();
    }

    /** Delivers something to the application, and returns once it was confirmed. */
    public void deliver(byte esmClass, String text, OptionalParameter... parameters) throws Exception {
        sessions.get(0)
                .deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "491713920000",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "12345",
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        DataCodings.ZERO,
                        text.getBytes(StandardCharsets.US_ASCII),
                        parameters);
    }

    /** Hangs up on everybody. */
    public void cut() {
        sessions.forEach(SMPPServerSession::close);
    }

    @Override
    public void close() {
        listener.close();
    }

    private final class Desk extends SubmitOnly {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm submitSm, SMPPServerSession source)
                throws ProcessRequestException {
            submitted.add(submitSm);
            var id = script.take(submitSm, source);
            try {
                return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
            } catch (PDUStringException tooLong) {
                throw new IllegalStateException(tooLong);
            }
        }
    }
}
