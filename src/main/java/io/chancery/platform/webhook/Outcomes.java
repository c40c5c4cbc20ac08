package io.chancery.platform.webhook;

import io.chancery.platform.webhook.DeliveryTable.Result;
import io.chancery.platform.webhook.send.Answer;
import io.chancery.platform.webhook.send.WebhookConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what follows from answers: taken, told again later, given up; and which webhooks are told nothing any more. */
@ApplicationScoped
class Outcomes {

    static final String GONE = "The receiver answered 410: it is gone";

    private final DeliveryTable deliveries;
    private final WebhookTable webhooks;
    private final WebhookConfig config;
    private final RetrySchedule schedule;
    private final Clock clock;

    Outcomes(DeliveryTable deliveries, WebhookTable webhooks, WebhookConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.config = config;
        this.schedule = new RetrySchedule(config.retryAfter(), new SecureRandom()::nextDouble);
        this.clock = clock;
    }

    /**
     * An attempt that has ended.
     *
     * @param answer null if it has not been made
     */
    record Ended(Due due, @Nullable Answer answer) {

        private Stream<Answer> made() {
            return Stream.ofNullable(answer);
        }
    }

    @Transactional
    void record(List<Ended> ended) {
        deliveries.close(ended.stream().map(this::result).toList());
        var failing = webhooks(ended, false);
        var taking = webhooks(ended, true);
        failing.removeAll(taking);
        webhooks.hasFailed(failing);
        webhooks.hasTaken(taking);
        var disabled = new HashMap<UUID, String>();
        if (!failing.isEmpty()) {
            webhooks.failingSince(clock.instant().minus(config.disabledAfter()))
                    .forEach(id -> disabled.put(id, tooLong()));
        }
        ended.stream()
                .filter(one -> one.made().anyMatch(Answer::isGone))
                .forEach(one -> disabled.put(one.due().webhookId(), GONE));
        if (!disabled.isEmpty()) {
            webhooks.disable(Map.copyOf(disabled));
        }
    }

    private String tooLong() {
        return "It has taken nothing for " + config.disabledAfter().toDays() + " days";
    }

    private static List<UUID> webhooks(List<Ended> ended, boolean taken) {
        return ended.stream()
                .filter(one -> one.made().anyMatch(answer -> answer.isTaken() == taken))
                .map(one -> one.due().webhookId())
                .distinct()
                .collect(Collectors.toList());
    }

    private Result result(Ended ended) {
        var due = ended.due();
        var answer = ended.answer();
        if (answer == null) {
            return new Result(due, due.attempt() - 1, 0, "", clock.instant());
        }
        var next = answer.isTaken()
                ? null
                : schedule.after(due.attempt(), answer.pause())
                        .map(clock.instant()::plus)
                        .orElse(null);
        return new Result(due, due.attempt(), answer.status(), answer.failure(), next);
    }
}
