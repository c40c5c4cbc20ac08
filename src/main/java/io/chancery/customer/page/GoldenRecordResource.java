package io.chancery.customer.page;

import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Purpose;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the golden-record view says about customers, for authors of templates and partners. */
@Path("/api/v1/golden-record")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class GoldenRecordResource {

    /**
     * The golden-record view.
     *
     * @param version goes up when an attribute comes, goes or changes its meaning
     * @param view the SQL view with the same values
     */
    record View(int version, String view, List<AttributeView> attributes) {}

    /**
     * One attribute.
     *
     * @param attribute its name in templates and answers
     * @param column its name in the SQL view
     * @param purposes of messages that may read it
     */
    record AttributeView(Attribute attribute, String column, Attribute.Category category, List<Purpose> purposes) {

        static AttributeView of(Attribute attribute) {
            return new AttributeView(
                    attribute,
                    attribute.column(),
                    attribute.category(),
                    attribute.purposes().stream().sorted().toList());
        }
    }

    @GET
    @Path("/attributes")
    @RolesAllowed({"system", "author", "approver", "steward", "agent", "compliance", "operator", "admin"})
    @Operation(
            summary = "The attributes of the golden-record view, how delicate each is, and which purposes may read it")
    public View attributes() {
        return new View(
                Attribute.VIEW_VERSION,
                "golden_record",
                Stream.of(Attribute.values()).map(AttributeView::of).toList());
    }
}
