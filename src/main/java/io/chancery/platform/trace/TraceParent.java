package io.chancery.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** A {@code traceparent}: which trace something belongs to, below which span, and whether the trace is recorded. */
public record TraceParent(String text) {

    /** Where a request's own is kept while it is worked on. */
    static final String KEY = "traceparent";

    /** W3C Trace Context §3.2.2; a later version may have more after the flags. */
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /**
     * What a caller sent, if it is valid: an invalid one counts as none.
     *
     * @param header null if there was none
     */
    public static Optional<TraceParent> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var parts = FORM.matcher(header.strip());
        if (!parts.matches()
                || parts.group(1).equals("ff")
                || (parts.group(1).equals("00") && parts.group(5) != null)) {
            return Optional.empty();
        }
        var context = SpanContext.create(
                parts.group(2), parts.group(3), TraceFlags.fromHex(parts.group(4), 0), TraceState.getDefault());
        return context.isValid() ? Optional.of(of(context)) : Optional.empty();
    }

    private static TraceParent of(SpanContext context) {
        return new TraceParent("00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex());
    }

    /** That of the request that is worked on: of our own span if we trace, else of the caller. */
    public static Optional<TraceParent> current() {
        var own = Span.current().getSpanContext();
        return own.isValid() ? Optional.of(of(own)) : of((String) MDC.get(KEY));
    }

    /** The part that is the same for all that belongs together. */
    public String traceId() {
        return text.substring(3, 35);
    }

    /** As the parent of spans. */
    public SpanContext context() {
        return SpanContext.createFromRemoteParent(
                traceId(), text.substring(36, 52), TraceFlags.fromHex(text, 53), TraceState.getDefault());
    }
}
