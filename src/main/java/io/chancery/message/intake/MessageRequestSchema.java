package io.chancery.message.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the body of {@code POST /messages} for OpenAPI; it is read by {@link OrderReader}, fault by fault. */
@Schema(
        name = "MessageRequest",
        requiredProperties = {"template", "customer", "data"})
public record MessageRequestSchema(
        @Schema(description = "Key of a published template", examples = "invoice")
        String template,

        CustomerSchema customer,

        @Schema(description = "Your own number, up to 200 characters") @Nullable
        String reference,

        @Schema(description = "Valid under the template's JSON Schema", implementation = Object.class)
        JsonNode data,

        @JsonUnwrapped @Nullable RouteSchema route,

        @Schema(description = "ISO 639-1; the customer's language if left out") @Nullable
        String language,

        @JsonUnwrapped @Nullable WindowSchema window,

        @Schema(description = "Kept with the message, not shown to the customer", implementation = Object.class)
        @Nullable
        JsonNode metadata) {

    /** {@code {"ucid": …}} or {@code {"source": …, "record": …}}. */
    @Schema(name = "CustomerKey")
    public record CustomerSchema(
            @Nullable String ucid,
            @Nullable String source,
            @Nullable String record) {}

    /** By which channels, and to whom else. */
    public record RouteSchema(
            @Schema(
                    description = "All of these channels; preference and plan choose if left out",
                    implementation = String[].class)
            @Nullable
            List<Channel> channels,

            @Schema(description = "To others in a role that the template has, at most 5", maxItems = 5) @Nullable
            List<CopySchema> copies) {}

    /** A copy to one of them. */
    @Schema(
            name = "CopyRequest",
            requiredProperties = {"role", "customer"})
    public record CopySchema(@Schema(examples = "adviser") String role, CustomerSchema customer) {}

    /** When to send, and until when it is of use. */
    public record WindowSchema(
            @Nullable Instant sendAt, @Nullable Instant expiresAt) {}

    /** A message that the demo's customers and templates accept. */
    public static final String INVOICE = """
            {
              "template": "invoice",
              "customer": {"source": "billing", "record": "K100042"},
              "reference": "R-2026-000017",
              "channels": ["print", "email", "sms"],
              "data": {
                "number": "R-2026-000017",
                "date": "2026-11-20",
                "due": "2026-12-15",
                "period": {"from": "2026-01-01", "to": "2026-10-31"},
                "currency": "EUR",
                "meter": "1ESY1234567890",
                "items": [
                  {"text": "Arbeitspreis Strom", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"},
                  {"text": "Grundpreis", "quantity": "1", "unit": "Monat", "price": "9.90", "vat": "19"}
                ]
              }
            }
            """;
}
