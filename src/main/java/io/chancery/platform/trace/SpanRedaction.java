package io.chancery.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes out of the spans of requests what may be about a person: what was searched for, who asked from where, and the
 * signed links of customers, which are paths outside of the API.
 */
@ApplicationScoped
class SpanRedaction implements SpanProcessor {

    private static final String REDACTED = "redacted";
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final List<AttributeKey<String>> PERSONAL = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var key : PERSONAL) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, REDACTED);
            }
        }
        var path = span.getAttribute(PATH);
        if (path != null && !path.startsWith("/api/")) {
            span.setAttribute(PATH, REDACTED);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing is added later that would have to go.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
