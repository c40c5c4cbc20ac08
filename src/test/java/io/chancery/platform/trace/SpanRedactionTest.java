package io.chancery.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanRedactionTest {

    private static ReadableSpan span(Map<String, String> attributes) {
        var builder = SdkTracerProvider.builder()
                .addSpanProcessor(new SpanRedaction())
                .build()
                .get("test")
                .spanBuilder("GET");
        attributes.forEach(builder::setAttribute);
        return (ReadableSpan) builder.startSpan();
    }

    private static String attribute(ReadableSpan span, String key) {
        return String.valueOf(span.getAttribute(AttributeKey.stringKey(key)));
    }

    @Test
    void what_somebody_searched_for_and_where_they_sit_is_not_exported() {
        var span = span(Map.of(
                "url.path", "/api/v1/customers",
                "url.query", "q=Wanda+Wacht",
                "client.address", "192.0.2.7",
                "user_agent.original", "curl"));

        assertThat(span.toSpanData().getAttributes().asMap().toString()).doesNotContain("Wanda", "192.0.2.7", "curl");
        assertThat(attribute(span, "url.path")).isEqualTo("/api/v1/customers");
    }

    @Test
    void a_customers_signed_link_is_not_exported() {
        assertThat(attribute(span(Map.of("url.path", "/preferences/secret")), "url.path"))
                .isEqualTo("redacted");
    }
}
