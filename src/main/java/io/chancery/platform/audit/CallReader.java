package io.chancery.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.request.MalformedJsonException;
import io.chancery.platform.request.RequestBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads from a call of an endpoint what goes on record of it, as its {@link Audited} says. */
@ApplicationScoped
class CallReader {

    private final UriInfo uri;

    CallReader(UriInfo uri) {
        this.uri = uri;
    }

    Act read(InvocationContext call, Audited audited) {
        var type = call.getTarget().getClass();
        var concerns = type.getAnnotation(Concerns.class);
        var detail = new HashMap<String, String>();
        detail.put("call", address(type, call.getMethod()));
        for (var name : audited.detail()) {
            var value = value(name, call);
            if (!value.isEmpty()) {
                detail.put(name.substring(name.lastIndexOf('/') + 1), value);
            }
        }
        return new Act(
                audited.value(),
                concerns == null ? audited.kind() : concerns.value(),
                audited.subject().isEmpty() ? "" : value(audited.subject(), call),
                detail);
    }

    /** Whether the body has something there. */
    static boolean has(String pointer, InvocationContext call) {
        return fields(pointer, call).findFirst().isPresent();
    }

    private static Stream<JsonNode> fields(String pointer, InvocationContext call) {
        return Stream.of(call.getParameters())
                .map(parameter -> body(parameter).at(pointer))
                .filter(field -> !field.isMissingNode() && !field.isNull());
    }

    /** Empty if the caller has not said it. */
    private String value(String name, InvocationContext call) {
        if (name.startsWith("/")) {
            return fields(name, call).findFirst().map(CallReader::text).orElse("");
        }
        var inPath = uri.getPathParameters().getFirst(name);
        return Objects.requireNonNullElse(
                inPath == null ? uri.getQueryParameters().getFirst(name) : inPath, "");
    }

    /** Of a list, its texts one after the other. */
    private static String text(JsonNode field) {
        return field.isArray()
                ? StreamSupport.stream(field.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : field.asText();
    }

    /** Nothing, if it is no JSON: then the endpoint says so. */
    private static JsonNode body(@Nullable Object parameter) {
        if (parameter instanceof JsonNode body) {
            return body;
        }
        try {
            return parameter instanceof byte[] bytes ? RequestBody.read(bytes).json() : MissingNode.getInstance();
        } catch (MalformedJsonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Such as {@code POST /api/v1/messages/{id}/cancel}. */
    private static String address(Class<?> type, Method method) {
        var verb = Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
        return verb + " "
                + ("/" + path(type) + "/" + path(method.getAnnotation(Path.class)))
                        .replaceAll("/+", "/")
                        .replaceAll("(?<=.)/$", "");
    }

    /** The container calls a subclass of its own. */
    private static String path(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .map(one -> one.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .map(CallReader::path)
                .findFirst()
                .orElse("");
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : path.value();
    }
}
