package io.chancery.web.review;

import io.chancery.template.Workshop;
import io.chancery.template.Workshop.Waiting;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.author.Titles;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What waits for somebody. */
@Path("/reviews")
@Produces(MediaType.TEXT_HTML)
class WaitingPages {

    private final Workshop workshop;
    private final Titles titles;
    private final Readers readers;

    WaitingPages(Workshop workshop, Titles titles, Readers readers) {
        this.workshop = workshop;
        this.titles = titles;
        this.readers = readers;
    }

    /**
     * A version that waits.
     *
     * @param own whether the reader had a part in it
     */
    record Row(Waiting waiting, String title, boolean own) {

        public String path() {
            var source = waiting.source();
            return "/reviews/" + source.kind().plural() + "/" + source.key() + "/" + waiting.number();
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, List<Row> rows);
    }

    @GET
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public String list(@Context HttpHeaders headers, @Context SecurityIdentity identity) {
        var reader = readers.signedIn(headers, identity);
        var rows = workshop.waiting().stream()
                .map(one -> new Row(one, titles.of(one.source(), reader.language()), isBy(one, identity)))
                .toList();
        return Pages.list(reader, rows).setLocale(reader.language()).render();
    }

    private static boolean isBy(Waiting one, SecurityIdentity identity) {
        var name = identity.getPrincipal().getName();
        return one.step().by().equals(name) || one.step().editors().contains(name);
    }
}
