package io.chancery.message.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of {@code GET /messages}. */
class MessageQuery {

    @QueryParam("customer")
    @Parameter(description = "UCID; of a message to somebody else only the copy to this customer is shown")
    @Nullable
    String customer;

    @QueryParam("template")
    @Nullable
    String template;

    @QueryParam("reference")
    @Nullable
    String reference;

    @QueryParam("status")
    @Parameter(
            description = "accepted or in-progress (both: still open), delivered, failed, cancelled;"
                    + " with a customer, of messages to them and not of copies")
    @Nullable
    String status;

    @QueryParam("test")
    @Parameter(description = "true for those that were only tried with a test key; a test key sees no others")
    boolean test;

    @QueryParam("after")
    @Parameter(description = "next of the page before")
    @Nullable
    String after;

    @QueryParam("limit")
    @DefaultValue("50")
    int limit;
}
