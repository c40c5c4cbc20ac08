package io.chancery.archive.export;

import io.chancery.archive.DeliverySelection.Scope;
import io.chancery.platform.request.BodyFields;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an export is to be of: one message, or what was accepted within a period.
 *
 * @param from day or instant
 * @param to day, which belongs to it, or instant
 * @param query as in the search of the archive
 */
@Schema(name = "ExportRequest")
public record ExportRequest(
        @Nullable UUID message,
        @Nullable String from,
        @Nullable String to,
        @Nullable String query) {

    private static final List<String> PERIOD = List.of("from", "to", "query");
    private static final int LONGEST_QUERY = 1000;
    private static final int LONGEST_TIME = 40;

    /** @throws ExportException with each fault */
    public static Scope read(BodyFields body, boolean test) {
        body.allow(Set.of("message", "from", "to", "query"));
        var message = body.parsed("message", "must be the id of a message", UUID::fromString)
                .orElse(null);
        var from = body.text("from", LONGEST_TIME);
        var to = body.text("to", LONGEST_TIME);
        var query = body.text("query", LONGEST_QUERY);
        if (body.has("message")) {
            PERIOD.stream().filter(body::has).forEach(name -> body.fault(name, "does not go with message"));
        } else {
            requirePeriod(body);
        }
        body.refuseFaulty(ExportException::invalid);
        return new Scope(message, from, to, query == null ? "" : query, test);
    }

    private static void requirePeriod(BodyFields body) {
        List.of("from", "to").stream()
                .filter(name -> !body.has(name))
                .forEach(name -> body.fault(name, "is missing, unless message is there"));
    }
}
