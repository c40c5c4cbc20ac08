package io.chancery.web.dashboard;

import io.chancery.message.Volumes;
import io.chancery.message.Volumes.Tally;
import io.chancery.vocabulary.EventKind;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.TemplateTitles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Volumes and outcomes, from tallies. */
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
class DashboardPages {

    private static final int MOST_TEMPLATES = 20;
    private static final List<String> CHANNELS = List.of("print", "email", "sms");
    private static final String PROMOTE = "promote";

    private final Volumes volumes;
    private final TemplateTitles titles;
    private final Readers readers;
    private final DashboardConfig config;
    private final SecurityIdentity caller;
    private final Clock clock;

    DashboardPages(
            Volumes volumes,
            TemplateTitles titles,
            Readers readers,
            DashboardConfig config,
            SecurityIdentity caller,
            Clock clock) {
        this.volumes = volumes;
        this.titles = titles;
        this.readers = readers;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance dashboard(Reader reader, DashboardPage page);
    }

    @GET
    @RolesAllowed({"author", "approver", "compliance", "operator", "admin"})
    @Operation(hidden = true)
    public String dashboard(@Context HttpHeaders headers, @QueryParam("period") @DefaultValue("week") String code) {
        var reader = readers.signedIn(headers, caller);
        var page = page(Period.of(code), reader);
        return Pages.dashboard(reader, page).setLocale(reader.language()).render();
    }

    private DashboardPage page(Period period, Reader reader) {
        var begins = period.begins(clock.instant(), reader.zone());
        var tallies = volumes.since(begins.get(0).toInstant(), period.grain());
        var channels = outcomes(tallies, Tally::channel);
        return new DashboardPage(
                period,
                Outcome.of("", tallies),
                chart(period, begins, tallies, reader),
                CHANNELS,
                channels,
                outcomes(tallies, Tally::template).stream()
                        .limit(MOST_TEMPLATES)
                        .map(outcome -> outcome.named(titles.of(outcome.name(), reader.language())))
                        .toList(),
                outcomes(tallies, Tally::purpose),
                saving(tallies));
    }

    /** The busiest first. */
    private static List<Outcome> outcomes(List<Tally> tallies, Function<Tally, String> name) {
        return tallies.stream().collect(Collectors.groupingBy(name)).entrySet().stream()
                .map(entry -> Outcome.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Outcome::accepted).reversed())
                .toList();
    }

    private static Chart chart(Period period, List<ZonedDateTime> begins, List<Tally> tallies, Reader reader) {
        var columns = new TreeMap<Instant, long[]>();
        begins.forEach(begin -> columns.put(begin.toInstant(), new long[CHANNELS.size()]));
        for (var tally : tallies) {
            int channel = CHANNELS.indexOf(tally.channel());
            var column = columns.floorEntry(tally.at());
            if (tally.kind() == EventKind.SENT && channel >= 0 && column != null) {
                column.getValue()[channel] += tally.speed().events();
            }
        }
        var values = begins.stream()
                .map(begin -> new Chart.Values(
                        period.label(begin, reader.locale()),
                        LongStream.of(Objects.requireNonNull(columns.get(begin.toInstant())))
                                .boxed()
                                .toList()))
                .toList();
        return Chart.of(values, CHANNELS);
    }

    private DashboardPage.Saving saving(List<Tally> tallies) {
        long digital = 0;
        long letters = 0;
        long pages = 0;
        for (var tally : tallies) {
            boolean print = tally.channel().equals("print");
            if (tally.kind() == EventKind.SENT && !print && !tally.purpose().equals(PROMOTE)) {
                digital += tally.speed().events();
            }
            if (tally.kind() == EventKind.RENDERED && print) {
                letters += tally.speed().events();
                pages += tally.pages();
            }
        }
        return DashboardPage.Saving.of(digital, letters == 0 ? 1 : (double) pages / letters, config);
    }
}
