package io.chancery.platform.webhook;

import io.chancery.platform.webhook.Outcomes.Ended;
import io.chancery.platform.webhook.send.Notice;
import io.chancery.platform.webhook.send.WebhookConfig;
import io.chancery.platform.webhook.send.WebhookSender;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells webhooks. One that lets us wait keeps no other waiting, and one event keeps no other waiting but the next about
 * the same message, so that its story arrives in its order as far as it can.
 */
@ApplicationScoped
class WebhookJob {

    private static final int AT_ONCE_PER_WEBHOOK = 32;
    /** Beside the longest answer: for those before it about the same message, and for putting it on record. */
    private static final Duration MARGIN = Duration.ofSeconds(45);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final DeliveryTable table;
    private final Outcomes outcomes;
    private final Subscriptions subscriptions;
    private final WebhookSender sender;
    private final WebhookConfig config;
    private final Clock clock;

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Integer> busy = new HashMap<>();
    /** The last thing that is being said to a webhook about a message. */
    private final Map<Story, CompletableFuture<Void>> stories = new HashMap<>();

    private @Nullable WorkLoop loop;

    WebhookJob(
            DeliveryTable table,
            Outcomes outcomes,
            Subscriptions subscriptions,
            WebhookSender sender,
            WebhookConfig config,
            Clock clock) {
        this.table = table;
        this.outcomes = outcomes;
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
    }

    private record Story(UUID webhookId, String subject) {}

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("webhooks", config.interval(), this::step);
    }

    /** What is being said is heard out, so that nobody says it again. */
    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
            CompletableFuture.allOf(stories.values().toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            recordEnded();
        }
    }

    /** Records what has ended and begins what is due, and says whether there was anything to do. */
    boolean step() {
        subscriptions.refresh();
        boolean any = recordEnded();
        var lease = config.answerWithin().plus(MARGIN);
        var end = clock.instant().plus(lease);
        var taken = table.take(busy, AT_ONCE_PER_WEBHOOK, lease);
        taken.forEach(due -> begin(due, end));
        return any || !taken.isEmpty();
    }

    private boolean recordEnded() {
        var all = new ArrayList<Ended>();
        for (var one = ended.poll(); one != null; one = ended.poll()) {
            all.add(one);
            busy.computeIfPresent(one.due().webhookId(), (id, count) -> count == 1 ? null : count - 1);
        }
        stories.values().removeIf(CompletableFuture::isDone);
        if (!all.isEmpty()) {
            outcomes.record(all);
        }
        return !all.isEmpty();
    }

    private void begin(Due due, Instant leaseEnd) {
        busy.merge(due.webhookId(), 1, Integer::sum);
        stories.compute(
                new Story(due.webhookId(), due.event().subject()),
                (story, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                        .thenCompose(done -> tell(due, leaseEnd)));
    }

    /** What comes to its turn too late is left for another time: by its end somebody else might send it as well. */
    private CompletableFuture<Void> tell(Due due, Instant leaseEnd) {
        if (clock.instant().plus(config.answerWithin()).isAfter(leaseEnd)) {
            return CompletableFuture.completedFuture(new Ended(due, null)).thenAccept(this::end);
        }
        var endpoint = due.endpoint();
        var notice =
                new Notice(endpoint.url(), due.eventId().toString(), due.event().body(), endpoint.secrets());
        return sender.send(notice, config.answerWithin())
                .thenApply(answer -> new Ended(due, answer))
                .thenAccept(this::end);
    }

    private void end(Ended one) {
        ended.add(one);
        if (loop != null) {
            loop.wake();
        }
    }
}
