package io.chancery.platform.webhook;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Outbox;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.webhook.WebhookTable.Owner;
import io.chancery.platform.webhook.send.Signature;
import io.chancery.platform.webhook.send.WebhookConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks made, changed and tried out. Whoever is limited to a client knows of no webhook but those of it. */
@ApplicationScoped
class Webhooks {

    private static final int MOST_PER_CLIENT = 20;

    private final WebhookTable table;
    private final Outbox outbox;
    private final WebhookConfig config;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(WebhookTable table, Outbox outbox, WebhookConfig config, IdGenerator ids, Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** With its secret. */
    @Transactional
    Webhook create(Owner owner, WebhookOrder order) {
        if (table.count(owner.clientId()) >= MOST_PER_CLIENT) {
            throw WebhookException.tooMany(MOST_PER_CLIENT);
        }
        var id = ids.next();
        var secret = Signature.newSecret(random);
        table.insert(id, owner, order, secret);
        AuditLog.about(id);
        return get(id, owner.clientId()).with(Signature.text(secret));
    }

    @Transactional
    List<Webhook> list(@Nullable UUID clientId) {
        return table.list(clientId);
    }

    @Transactional
    Webhook get(UUID id, @Nullable UUID clientId) {
        return table.find(id, clientId).orElseThrow(WebhookException::unknown);
    }

    /** @throws WebhookException if it is told nothing */
    @Transactional
    Webhook getEnabled(UUID id, @Nullable UUID clientId) {
        var webhook = get(id, clientId);
        if (!webhook.state().enabled()) {
            throw WebhookException.disabled();
        }
        return webhook;
    }

    @Transactional
    Webhook change(UUID id, @Nullable UUID clientId, BodyFields fields) {
        var webhook = get(id, clientId);
        fields.allow(Set.of("url", "description", "events", "enabled"));
        var order = webhook.order().changedBy(fields);
        boolean enabled =
                fields.has("enabled") ? fields.flag("enabled") : webhook.state().enabled();
        fields.refuseFaulty(WebhookException::invalid);
        table.update(id, order, enabled);
        return get(id, clientId);
    }

    @Transactional
    void delete(UUID id, @Nullable UUID clientId) {
        table.delete(get(id, clientId).id());
    }

    /** With its new secret; the one before signs, too, for a while. */
    @Transactional
    Webhook rotate(UUID id, @Nullable UUID clientId) {
        var secret = Signature.newSecret(random);
        table.rotate(get(id, clientId).id(), secret, clock.instant().plus(config.oldSecretLife()));
        return get(id, clientId).with(Signature.text(secret));
    }

    @Transactional
    void test(UUID id, @Nullable UUID clientId) {
        getEnabled(id, clientId);
        var payload = Map.of("webhook", id, "text", "This is a test.");
        outbox.append(List.of(new Outbox.Entry(Outbox.WEBHOOK_TEST, id.toString(), payload)));
    }
}
