package io.chancery.dispatch.print.run.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Idempotency;
import io.chancery.platform.Idempotency.Answer;
import io.chancery.platform.request.RequestBody;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a request that comes twice under one key do its work once. */
@ApplicationScoped
class Repetition {

    private static final int CREATED = 201;

    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final SecurityIdentity caller;

    Repetition(Idempotency idempotency, ObjectMapper json, SecurityIdentity caller) {
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    /** What came of the work. */
    record Created(String location, Object body) {}

    Response once(@Nullable String key, RequestBody request, String address, Supplier<Created> work) {
        var answer = key == null
                ? answer(work)
                : idempotency.once(
                        new Idempotency.Request(ApiClient.of(caller).id(), key, request.hashAt(address)),
                        () -> answer(work));
        var response = Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .entity(answer.body());
        return answer.replayed() ? response.header("Idempotency-Replay", "true").build() : response.build();
    }

    private Answer answer(Supplier<Created> work) {
        var created = work.get();
        try {
            return new Answer(CREATED, created.location(), json.writeValueAsString(created.body()), false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
