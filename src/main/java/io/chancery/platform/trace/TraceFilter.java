package io.chancery.platform.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps a caller's {@code traceparent} while its request is worked on, and its trace id in what is logged meanwhile. */
final class TraceFilter {

    private static final String TRACE_ID = "traceId";

    @ServerRequestFilter
    public void begin(ContainerRequestContext request) {
        TraceParent.of(request.getHeaderString(TraceParent.KEY)).ifPresent(parent -> {
            MDC.put(TraceParent.KEY, parent.text());
            MDC.put(TRACE_ID, parent.traceId());
        });
    }

    @ServerResponseFilter
    public void end() {
        MDC.remove(TraceParent.KEY);
        MDC.remove(TRACE_ID);
    }
}
