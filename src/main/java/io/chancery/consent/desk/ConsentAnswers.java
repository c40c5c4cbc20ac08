package io.chancery.consent.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.consent.ConsentException;
import io.chancery.consent.optin.DoubleOptIn.Asked;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.platform.Idempotency;
import io.chancery.platform.request.RequestBody;
import io.chancery.platform.security.ApiClient;
import io.chancery.vocabulary.Ucid;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers those who put declarations on record: once for each request, however often it is sent. */
@ApplicationScoped
class ConsentAnswers {

    private final CustomerIndex customers;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;
    private final ObjectMapper json;

    ConsentAnswers(CustomerIndex customers, Idempotency idempotency, SecurityIdentity caller, ObjectMapper json) {
        this.customers = customers;
        this.idempotency = idempotency;
        this.caller = caller;
        this.json = json;
    }

    /**
     * What became of a declaration.
     *
     * @param id missing if it was on record already
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recorded(
            @Nullable UUID id, String status, @Nullable Confirmation confirmation) {

        static Recorded of(Optional<UUID> id) {
            return new Recorded(id.orElse(null), id.isPresent() ? "recorded" : "known", null);
        }

        static Recorded of(Asked asked) {
            return new Recorded(asked.declarationId(), "pending", new Confirmation(asked.messageId(), asked.until()));
        }
    }

    /** The mail that asks for a confirmation. */
    record Confirmation(UUID message, Instant until) {}

    /** @throws ConsentException if there is no such customer */
    Known customer(String ucid) {
        try {
            return customers.find(new Ucid(ucid)).orElseThrow(ConsentException::unknownCustomer);
        } catch (IllegalArgumentException e) {
            throw ConsentException.unknownCustomer();
        }
    }

    ApiClient client() {
        return ApiClient.of(caller);
    }

    /** Does the work, or repeats the answer of the first time it was asked for under this key. */
    Response once(@Nullable String key, RequestBody body, String address, Supplier<Recorded> work) {
        var answer = key == null
                ? answer(work.get(), address)
                : idempotency.once(
                        new Idempotency.Request(client().id(), key, body.hashAt(address)),
                        () -> answer(work.get(), address));
        var response = Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .entity(answer.body());
        return answer.replayed() ? response.header("Idempotency-Replay", "true").build() : response.build();
    }

    private Idempotency.Answer answer(Recorded recorded, String address) {
        try {
            var status = recorded.id() == null ? 200 : 201;
            return new Idempotency.Answer(status, address, json.writeValueAsString(recorded), false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
