package io.chancery.message.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.security.ApiClients;
import io.chancery.vocabulary.event.MessageRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Takes in the messages that features of our own need, by the door that everybody uses. */
@ApplicationScoped
class RequestedMessages {

    /** The client that Chancery is to itself; nobody knows its key. */
    private static final String OWN_CLIENT = "chancery";

    private final Intake intake;
    private final ApiClients clients;
    private final ObjectMapper json;

    RequestedMessages(Intake intake, ApiClients clients, ObjectMapper json) {
        this.intake = intake;
        this.clients = clients;
        this.json = json;
    }

    /** In the transaction of whoever needs it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void on(@Observes MessageRequested requested) {
        var clientId = requested.clientId() == null ? ownClient() : requested.clientId();
        intake.accept(requested.id(), Objects.requireNonNull(clientId), body(requested));
    }

    private UUID ownClient() {
        var known = clients.find(OWN_CLIENT);
        if (known.isEmpty()) {
            clients.createIfMissing(OWN_CLIENT, Set.of("system"));
        }
        return known.or(() -> clients.find(OWN_CLIENT))
                .orElseThrow(() -> new IllegalStateException("Chancery's own API client has been revoked"))
                .id();
    }

    private JsonNode body(MessageRequested requested) {
        var body = new LinkedHashMap<String, Object>();
        body.put("template", requested.template());
        body.put("customer", Map.of("ucid", requested.customer().text()));
        body.put("channels", List.of(requested.channel().name()));
        body.put("data", requested.data());
        if (requested.language() != null) {
            body.put("language", requested.language());
        }
        return json.valueToTree(body);
    }
}
