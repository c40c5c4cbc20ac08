package io.chancery.web.operation;

import io.chancery.dispatch.Providers;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The board of providers, and what waits for them. */
@Path("/providers")
@Produces(MediaType.TEXT_HTML)
class ProviderPages {

    private static final Duration SLOW = Duration.ofMinutes(5);

    private final Providers providers;
    private final Readers readers;
    private final SecurityIdentity caller;

    ProviderPages(Providers providers, Readers readers, SecurityIdentity caller) {
        this.providers = providers;
        this.readers = readers;
        this.caller = caller;
    }

    /** What is to be seen. */
    record Board(UUID node, List<Providers.View> providers, Providers.Queues queues) {

        /** How many wait on a channel for another attempt. */
        public long retrying(Providers.Lane lane) {
            return queues.retrying().stream()
                    .filter(one -> one.channel().equals(lane.channel()))
                    .mapToLong(Providers.Retrying::count)
                    .sum();
        }

        /** Whether somebody ought to look at it. */
        public boolean isSlow(Providers.Lane lane) {
            return lane.isSlow(SLOW);
        }

        /** Such as {@code 3 min 20 s}. */
        public String age(Providers.Lane lane) {
            var age = lane.age();
            return age.toMinutes() > 0
                    ? age.toMinutes() + " min " + age.toSecondsPart() + " s"
                    : age.toSeconds() + " s";
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance board(Reader reader, Board board);
    }

    @GET
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public String board(@Context HttpHeaders headers) {
        var reader = readers.signedIn(headers, caller);
        var board = new Board(providers.node(), providers.list(), providers.queues());
        return Pages.board(reader, board).setLocale(reader.language()).render();
    }
}
