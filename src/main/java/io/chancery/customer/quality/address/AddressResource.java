package io.chancery.customer.quality.address;

import io.chancery.customer.quality.Countries;
import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets a form ask before it takes an address: right the first time. Keeps nothing. */
@Path("/api/v1/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
class AddressResource {

    /** As long as a source may write it. */
    private static final int MAX_LENGTH = 120;

    /**
     * The answer to a form.
     *
     * @param deliverable whether a letter would arrive as the address is written
     * @param proposal how it should be written; null if it is right, or nothing better is known
     * @param certain whether the proposal may be used without asking
     */
    record Answer(
            Verdict verdict,
            boolean deliverable,
            @Nullable Address proposal,
            boolean certain,
            List<Explained> reasons) {}

    record Explained(Reason code, String words) {}

    static final class InvalidAddressException extends ProblemException {
        InvalidAddressException(List<Fault> faults) {
            super(422, "invalid-address", "This cannot be an address", faults);
        }
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "steward", "agent", "admin"})
    @Operation(
            summary = "Checks one address: do country, postcode and city belong together?",
            description =
                    "Germany, Austria, Switzerland and Liechtenstein against their postcodes, other countries by the"
                            + " form of the postcode. Postcodes © GeoNames, CC BY 4.0.")
    @RequestBody(content = @Content(examples = @ExampleObject(value = """
                    {"street": "Am Hang 5", "postcode": "85617", "city": "Assling", "country": "DE"}
                    """)))
    @APIResponse(responseCode = "200", description = "The verdict, with a proposal where one is known")
    @APIResponse(responseCode = "422", description = "invalid-address: a part is too long, or the country is none")
    public Answer check(@Nullable Address written) {
        if (written == null) {
            throw new InvalidAddressException(List.of(new Fault("", "must be an object")));
        }
        var check = Addresses.check(understood(written));
        return new Answer(
                check.verdict(),
                check.verdict().isDeliverable(),
                check.proposal(),
                check.certain(),
                check.reasons().stream()
                        .map(reason -> new Explained(reason, reason.words()))
                        .toList());
    }

    /** The country may come by its name. */
    private static Address understood(Address written) {
        var faults = new ArrayList<Fault>();
        demandShort("/street", written.street(), faults);
        demandShort("/postcode", written.postcode(), faults);
        demandShort("/city", written.city(), faults);
        var country = written.country() == null || written.country().isBlank()
                ? null
                : Countries.find(written.country().strip()).orElse("");
        if (country != null && country.isEmpty()) {
            faults.add(new Fault("/country", "must be a country, as ISO 3166-1 alpha-2 or by its name"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidAddressException(faults);
        }
        return new Address(written.street(), written.postcode(), written.city(), country);
    }

    private static void demandShort(String pointer, @Nullable String text, List<Fault> faults) {
        if (text != null && text.length() > MAX_LENGTH) {
            faults.add(new Fault(pointer, "must be at most " + MAX_LENGTH + " characters"));
        }
    }
}
