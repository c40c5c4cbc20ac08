package io.chancery.dispatch.sms;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.Receipts;
import io.chancery.vocabulary.Rendition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An SMSC that takes texts over SMPP, part by part, and sends us its receipts. */
final class SmppSmsc implements Provider, AutoCloseable {

    private static final int TRIES_FOR_A_LATER_PART = 6;
    private static final long FIRST_PAUSE_MILLIS = 250;

    private final ProviderProfile profile;
    private final ProviderEndpoint endpoint;
    private final List<SmppLink> links;
    private final AtomicInteger turn = new AtomicInteger();

    SmppSmsc(
            String name,
            SmsConfig.Smsc config,
            SmscServer server,
            ProviderEndpoint endpoint,
            Receipts receipts,
            Clock clock) {
        profile = ProviderProfile.of(name, config.window() * config.binds(), config);
        this.endpoint = endpoint;
        var own = receipts.of(name);
        links = Stream.generate(() -> new SmppLink(config, server, new ReceiptDesk(own, config, clock)))
                .limit(config.binds())
                .toList();
    }

    void start() {
        links.forEach(SmppLink::start);
    }

    @Override
    public ProviderProfile profile() {
        return profile;
    }

    @Override
    public ProviderEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (!(handover.rendition() instanceof Rendition.Text rendition)) {
            return new Permanent("not-a-text", "The rendition is not a text.");
        }
        var flaw = TextFlaw.find(rendition);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        var session = nextLink().bound();
        if (session.isEmpty()) {
            return new Temporary("not-bound", "There is no session with the SMSC.");
        }
        handover.pointOfNoReturn();
        return submit(OutgoingText.of(rendition, handover.deliveryId()), session.get());
    }

    /** The next in turn that is bound; if none is, one whose session may come soon. */
    private SmppLink nextLink() {
        int first = Math.floorMod(turn.getAndIncrement(), links.size());
        for (int i = 0; i < links.size(); i++) {
            var link = links.get((first + i) % links.size());
            if (link.isBound()) {
                return link;
            }
        }
        return links.get(first);
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

    @Override
    public void close() {
        links.forEach(SmppLink::close);
    }
}
