package io.chancery.dispatch.print.run;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.window.AddressInWindow;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition.Document;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Puts each letter into the pool, once its address shows in the window. The reference is the delivery's id. A letter in the
 * pool counts as sent, so it is too late to cancel it.
 */
@ApplicationScoped
class PrintPoolAdapter implements ChannelAdapter, Provider {

    private final PrintPool pool;
    private final boolean configured;
    private final ProviderProfile profile;
    private final ProviderEndpoint endpoint;

    @Inject
    PrintPoolAdapter(PrintPool pool, PrintRunSettings settings, PrintRunConfig config) {
        this(
                pool,
                settings.active(),
                config.concurrency(),
                "print run at " + config.cutOff().map(Object::toString).orElse("no time") + ", to "
                        + config.target().name().toLowerCase(Locale.ROOT));
    }

    PrintPoolAdapter(PrintPool pool, boolean configured, int concurrency, String address) {
        this.pool = pool;
        this.configured = configured;
        this.profile = new ProviderProfile("print-run", concurrency, 1, OptionalDouble.empty());
        this.endpoint = new ProviderEndpoint(Channel.PRINT, address, false);
    }

    @Override
    public Channel channel() {
        return Channel.PRINT;
    }

    @Override
    public List<Provider> providers() {
        return configured ? List.of(this) : List.of();
    }

    /** Every piece is accounted for, or an alarm. */
    @Override
    public boolean confirms() {
        return true;
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
        if (!(handover.rendition() instanceof Document document)) {
            return new Permanent(
                    "not-a-document",
                    "only PDF can be printed, not " + handover.rendition().mediaType());
        }
        Letter letter;
        List<String> problems;
        try {
            letter = pool.letter(handover.deliveryId(), document);
            problems = AddressInWindow.problems(document.content(), letter);
        } catch (IllegalArgumentException incomplete) {
            return new Permanent("envelope-incomplete", "the rendition does not say enough to be put into an envelope");
        } catch (IOException unreadable) {
            return new Permanent("not-a-document", "the PDF cannot be read");
        }
        return problems.isEmpty()
                ? take(letter, handover)
                : new Permanent("address-window", String.join("; ", problems));
    }

    private DeliveryOutcome take(Letter letter, Handover handover) {
        handover.pointOfNoReturn();
        try {
            pool.take(letter);
        } catch (RuntimeException away) {
            // A repeat finds the letter there, so that it does not matter whether this one was taken.
            return new Temporary(
                    "pool", "the pool does not answer: " + away.getClass().getSimpleName());
        }
        return new Accepted(handover.deliveryId().toString());
    }
}
