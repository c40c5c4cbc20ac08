package io.chancery.customer.insight;

import io.chancery.customer.UnknownCustomerException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Ucid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why things are as they are. */
@Path("/api/v1/customers/{ucid}/why")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class WhyResource {

    private final Reasons reasons;

    WhyResource(Reasons reasons) {
        this.reasons = reasons;
    }

    @GET
    @RolesAllowed({"steward", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid", detail = "other")
    @Operation(
            summary = "Why these records are one customer, or why two customers are not",
            description = "For each record, what it shares with the record that it resembles most: per attribute the"
                    + " level, its weight in bits, and the same in words.")
    public Reasons.Why why(
            @PathParam("ucid") String ucid,
            @QueryParam("other") @Nullable String other,
            @HeaderParam("Accept-Language") @DefaultValue("en") String languages) {
        var words = Explanations.forCaller(languages);
        return other == null ? reasons.within(parse(ucid), words) : reasons.between(parse(ucid), parse(other), words);
    }

    static Ucid parse(String text) {
        try {
            return new Ucid(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownCustomerException();
        }
    }
}
