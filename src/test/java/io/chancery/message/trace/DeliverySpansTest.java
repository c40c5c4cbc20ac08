package io.chancery.message.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.Event;
import io.chancery.platform.trace.TraceParent;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliverySpansTest {

    private static final TraceParent PARENT =
            new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final Kept kept = new Kept();
    private final DeliverySpans spans = new DeliverySpans(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(kept))
            .build()
            .get("test"));
    private final List<Event> events = new ArrayList<>();

    /** Keeps what it is given. */
    private static final class Kept implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private void given(EventKind... kinds) {
        for (var kind : kinds) {
            var detail = kind == EventKind.ATTEMPTED ? Map.of("provider", "main") : Map.<String, String>of();
            events.add(new Event(
                    UUID.randomUUID(),
                    new UUID(0, 1),
                    Channel.SMS,
                    START.plusSeconds(events.size()),
                    kind,
                    1,
                    null,
                    detail));
        }
    }

    @Test
    void the_way_to_the_provider_is_one_span_after_the_other_below_the_callers() {
        given(EventKind.ACCEPTED, EventKind.RENDERED, EventKind.QUEUED, EventKind.ATTEMPTED, EventKind.SENT);

        spans.tell(PARENT, events);

        assertThat(kept.spans)
                .extracting(SpanData::getName)
                .containsExactly("render sms", "queue sms", "hand over sms");
        assertThat(kept.spans).allSatisfy(span -> {
            assertThat(span.getTraceId()).isEqualTo(PARENT.traceId());
            assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        });
        var handover = kept.spans.get(2);
        assertThat(handover.getStartEpochNanos())
                .isEqualTo(TimeUnit.SECONDS.toNanos(START.plusSeconds(3).getEpochSecond()));
        assertThat(handover.getEndEpochNanos() - handover.getStartEpochNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(handover.getAttributes().asMap().toString()).contains("main");
    }

    @Test
    void a_receipt_tells_only_how_long_it_was_awaited() {
        given(EventKind.ACCEPTED, EventKind.RENDERED, EventKind.QUEUED, EventKind.ATTEMPTED, EventKind.SENT);
        given(EventKind.OPENED, EventKind.DELIVERED);

        spans.tell(PARENT, events);

        assertThat(kept.spans).extracting(SpanData::getName).containsExactly("await receipt sms");
    }

    @Test
    void an_attempt_that_failed_is_an_error_and_each_further_one_has_spans_of_its_own() {
        given(EventKind.ACCEPTED, EventKind.RENDERED, EventKind.QUEUED, EventKind.ATTEMPTED, EventKind.DEFERRED);
        given(EventKind.ATTEMPTED, EventKind.FAILED);

        spans.tell(PARENT, events);

        assertThat(kept.spans)
                .extracting(SpanData::getName)
                .containsExactly("render sms", "queue sms", "hand over sms", "queue sms", "hand over sms");
        assertThat(kept.spans)
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(
                        StatusCode.UNSET, StatusCode.UNSET, StatusCode.ERROR, StatusCode.UNSET, StatusCode.ERROR);
    }
}
