package io.chancery.platform.webhook;

import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.chancery.platform.webhook.LogTable.Entry;
import io.chancery.platform.webhook.LogTable.Period;
import io.chancery.platform.webhook.WebhookTable.Owner;
import io.chancery.platform.webhook.send.Targets;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where webhooks are made, changed and tried out. Whoever is limited to a client knows of no webhook but those of it. */
@ApplicationScoped
public class WebhookDesk {

    private static final int LIMIT = 200;
    private static final Set<String> STATUSES = Set.of("waiting", "delivered", "failed");
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Webhooks webhooks;
    private final LogTable log;
    private final Targets targets;
    private final Subscriptions subscriptions;
    private final Clock clock;

    WebhookDesk(Webhooks webhooks, LogTable log, Targets targets, Subscriptions subscriptions, Clock clock) {
        this.webhooks = webhooks;
        this.log = log;
        this.targets = targets;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** Reads what somebody asks to be told, and looks whether anything may be sent there. */
    public WebhookOrder read(BodyFields fields) {
        WebhookOrder.checkTarget(fields, targets);
        return WebhookOrder.read(fields);
    }

    /** With its secret, which is shown once. */
    public Webhook create(WebhookOrder order, SecurityIdentity caller) {
        var created = webhooks.create(new Owner(ApiClient.of(caller).id(), limit(caller) == null), order);
        subscriptions.refresh();
        return created;
    }

    public List<Webhook> list(SecurityIdentity caller) {
        return webhooks.list(limit(caller));
    }

    public Webhook get(UUID id, SecurityIdentity caller) {
        return webhooks.get(id, limit(caller));
    }

    /** Changes {@code url}, {@code description}, {@code events} or {@code enabled}. */
    public Webhook change(UUID id, BodyFields fields, SecurityIdentity caller) {
        WebhookOrder.checkTarget(fields, targets);
        var changed = webhooks.change(id, limit(caller), fields);
        subscriptions.refresh();
        return changed;
    }

    public void delete(UUID id, SecurityIdentity caller) {
        webhooks.delete(id, limit(caller));
    }

    /** With its new secret, which is shown once. */
    public Webhook rotate(UUID id, SecurityIdentity caller) {
        return webhooks.rotate(id, limit(caller));
    }

    /** Sends a test, which this webhook alone gets. */
    public void test(UUID id, SecurityIdentity caller) {
        webhooks.test(id, limit(caller));
    }

    /** What it was told in the last 30 days, newest first, before {@code after} if that is given. */
    public List<Entry> log(
            UUID id, @Nullable String status, @Nullable String after, int limit, SecurityIdentity caller) {
        var webhook = webhooks.get(id, limit(caller));
        if (status != null && !STATUSES.contains(status)) {
            throw WebhookException.invalidQuery("status", "is none of waiting, delivered, failed");
        }
        if (limit < 1 || limit > LIMIT) {
            throw WebhookException.invalidQuery("limit", "must be 1 to " + LIMIT);
        }
        return log.list(webhook.id(), status, after == null ? AFTER_ALL : cursor(after), limit + 1);
    }

    private static UUID cursor(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw WebhookException.invalidQuery("after", "is not one of this list");
        }
    }

    /** Tells it of an event once more. */
    public void replay(UUID id, UUID delivery, SecurityIdentity caller) {
        var webhook = webhooks.getEnabled(id, limit(caller));
        if (!log.replay(webhook.id(), delivery)) {
            throw WebhookException.unknownDelivery();
        }
    }

    /** Tells it of a part of the last 30 days once more; of how many events. */
    public int replay(UUID id, BodyFields fields, SecurityIdentity caller) {
        var webhook = webhooks.getEnabled(id, limit(caller));
        return log.replay(webhook.id(), period(fields, clock.instant()));
    }

    private static Period period(BodyFields fields, Instant now) {
        fields.allow(Set.of("from", "until", "all"));
        if (!fields.has("from")) {
            fields.fault("from", "is missing");
        }
        var from = fields.past("from", now).orElse(now);
        var until = fields.past("until", now).orElse(now);
        boolean all = fields.flag("all");
        if (until.isBefore(from)) {
            fields.fault("until", "lies before the begin");
        }
        fields.refuseFaulty(WebhookException::invalidReplay);
        return new Period(from, until, all);
    }

    /** The client whose webhooks the caller may see; null if those of all. */
    private static @Nullable UUID limit(SecurityIdentity caller) {
        return ApiClient.limit(caller, Set.of("operator", "admin"));
    }
}
