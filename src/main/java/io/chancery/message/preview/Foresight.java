package io.chancery.message.preview;

import io.chancery.message.Previews.Preview.Planned;
import io.chancery.message.plan.Advertising;
import io.chancery.message.plan.Attitudes;
import io.chancery.message.plan.ChannelChoice;
import io.chancery.message.plan.Guards;
import io.chancery.render.RenderRequest;
import io.chancery.template.ChannelPlan;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says which channels a message would take, and why, as things stand now. */
@ApplicationScoped
public class Foresight {

    private static final String ENGLISH = "en";

    private final Guards guards;
    private final Attitudes attitudes;

    Foresight(Guards guards, Attitudes attitudes) {
        this.guards = guards;
        this.attitudes = attitudes;
    }

    /**
     * @param customerId null for an invented customer, of whom no consent is known: then only the order is foreseen
     */
    @Transactional
    public List<Planned> plan(RenderRequest request, @Nullable UUID customerId) {
        var plan = request.template().settings().plan();
        var own = request.copy() == null ? plan : plan.ofCopy(request.copy().role());
        var choice = new ChannelChoice(List.of(), own, request.recipient());
        var first = choice.first();
        return choice.candidates().stream()
                .map(channel -> planned(channel, first.contains(channel), request, customerId))
                .toList();
    }

    private Planned planned(Channel channel, boolean first, RenderRequest request, @Nullable UUID customerId) {
        if (!request.recipient().reachableBy(channel)) {
            return stopped(channel, Reason.NO_CONTACT_POINT);
        }
        if (customerId != null) {
            var stop = guards.examine(candidate(channel, request, customerId)).stop();
            if (stop.isPresent()) {
                return stopped(channel, stop.get().reason());
            }
        }
        if (first) {
            return new Planned(channel.name(), "first", null, "The plan begins with it, or the customer prefers it");
        }
        var plan = request.template().settings().plan();
        if (plan.fallback() == ChannelPlan.Fallback.NONE) {
            return new Planned(channel.name(), "unused", null, "The template has no fallback (plan.fallback: none)");
        }
        var late = plan.fallbackAfter().isEmpty() ? "" : ", or have taken too long (plan.fallbackAfter)";
        return new Planned(channel.name(), "fallback", null, "Used when those before it have failed" + late);
    }

    /**
     * Whether what the message promotes would be shown on a channel; the page goes with the text message that leads to it.
     *
     * @param customerId null for an invented customer, who gets everything
     */
    @Transactional
    public Advertising advertising(Channel channel, RenderRequest request, @Nullable UUID customerId) {
        if (customerId == null) {
            return new Advertising(true, "as in every sample");
        }
        var leading = channel.equals(Channel.SCREEN) ? Channel.SMS : channel;
        return guards.advertising(candidate(leading, request, customerId));
    }

    private Guards.Candidate candidate(Channel channel, RenderRequest request, UUID customerId) {
        var settings = request.template().settings();
        return new Guards.Candidate(
                null,
                settings.messageClass(),
                settings.purpose(),
                null,
                channel,
                request.recipient(),
                Objects.requireNonNull(
                        attitudes.of(Map.of(customerId, request.recipient())).get(customerId)),
                false);
    }

    private static Planned stopped(Channel channel, Reason reason) {
        return new Planned(channel.name(), "stopped", reason.code(), reason.sentence(ENGLISH));
    }
}
