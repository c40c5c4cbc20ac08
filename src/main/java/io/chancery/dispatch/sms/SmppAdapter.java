package io.chancery.dispatch.sms;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Receipts;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hands texts to an SMSC over SMPP, part by part, and takes its receipts. */
@ApplicationScoped
class SmppAdapter implements ChannelAdapter {

    private static final int TRIES_FOR_A_LATER_PART = 6;
    private static final long FIRST_PAUSE_MILLIS = 250;

    private final int concurrency;
    private final SmppLink link;

    SmppAdapter(SmsConfig config, Supplier<SmscServer> server, Receipts receipts, Clock clock) {
        concurrency = config.window();
        link = new SmppLink(config, server, new ReceiptDesk(receipts, config, clock));
    }

    /** After the SMSC's stand-in, before the workers. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent event) {
        start();
    }

    void start() {
        link.start();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public boolean confirms() {
        return true;
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (!(handover.rendition() instanceof Rendition.Text rendition)) {
            return new Permanent("not-a-text", "The rendition is not a text.");
        }
        var flaw = OutgoingText.flaw(rendition);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        var session = link.bound();
        if (session.isEmpty()) {
            return new Temporary("not-bound", "There is no session with the SMSC.");
        }
        handover.pointOfNoReturn();
        return submit(OutgoingText.of(rendition, handover.deliveryId()), session.get());
    }

    private static DeliveryOutcome submit(OutgoingText text, SmppConnection session) {
        var references = new ArrayList<String>();
        for (int part = 0; part < text.parts(); part++) {
            var outcome = part == 0 ? session.submit(text, part) : submitLater(text, part, session);
            if (!(outcome instanceof Accepted accepted)) {
                return part == 0 ? outcome : fragment(outcome);
            }
            references.add(accepted.reference());
        }
        return new Accepted(String.join(",", references));
    }

    /**
     * Once the customer's phone has one part, «try all of it again later» would bring that part twice. So a later part
     * is tried again here.
     */
    private static DeliveryOutcome submitLater(OutgoingText text, int part, SmppConnection session) {
        var outcome = session.submit(text, part);
        for (int attempt = 1; attempt < TRIES_FOR_A_LATER_PART && outcome instanceof Temporary; attempt++) {
            try {
                TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE_MILLIS << attempt - 1);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return outcome;
            }
            outcome = session.submit(text, part);
        }
        return outcome;
    }

    private static DeliveryOutcome fragment(DeliveryOutcome outcome) {
        if (outcome instanceof Permanent refused) {
            return new Permanent(refused.code(), "The SMSC took the first parts of the text, but refused another.");
        }
        return new Uncertain("The SMSC took the first parts of the text, but not all.");
    }

    @PreDestroy
    void close() {
        link.close();
    }
}
