package io.chancery.message.plan;

import io.chancery.template.ChannelPlan;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which channels carry a message: those of the request, else the customer's preference within the template's plan, else
 * the plan in its own order.
 */
public final class ChannelChoice {

    private final List<Channel> requested;
    private final ChannelPlan plan;
    private final Recipient recipient;

    public ChannelChoice(List<Channel> requested, ChannelPlan plan, Recipient recipient) {
        this.requested = requested;
        this.plan = plan;
        this.recipient = recipient;
    }

    /** The channels to start with; empty if none of them reaches the customer. */
    public List<Channel> first() {
        var candidates = candidates();
        if (candidates.stream().noneMatch(recipient::reachableBy)) {
            return List.of();
        }
        return oneAfterTheOther() ? next(Set.of()).stream().toList() : candidates;
    }

    /** The channel to try when those before it have failed; none if the plan has no fallback. */
    public Optional<Channel> next(Set<Channel> tried) {
        if (!oneAfterTheOther() || (plan.fallback() == ChannelPlan.Fallback.NONE && !tried.isEmpty())) {
            return Optional.empty();
        }
        return candidates().stream()
                .filter(channel -> !tried.contains(channel))
                .filter(recipient::reachableBy)
                .findFirst();
    }

    /** Every channel that could be used, best first. */
    public List<Channel> candidates() {
        if (!requested.isEmpty()) {
            return requested;
        }
        var ordered = new ArrayList<>(plan.channels());
        var preferred = recipient.preferred();
        if (preferred != null && ordered.remove(preferred)) {
            ordered.add(0, preferred);
        }
        return ordered;
    }

    /** A request that names channels wants all of them. */
    private boolean oneAfterTheOther() {
        return requested.isEmpty() && plan.mode() == ChannelPlan.Mode.FIRST_SUCCESS;
    }
}
