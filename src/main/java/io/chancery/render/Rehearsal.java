package io.chancery.render;

import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.Specimen;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Renders each fixture of a version that can be read on every channel that reaches its customer, before any customer gets the version. */
@ApplicationScoped
public class Rehearsal {

    private final Renderer renderer;
    private final Clock clock;

    public Rehearsal(Renderer renderer, Clock clock) {
        this.renderer = renderer;
        this.clock = clock;
    }

    List<SourceFault> rehearse(Specimen candidate) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var rehearsed = candidate.fixtures().entrySet().stream()
                    .map(fixture -> CompletableFuture.supplyAsync(
                            () -> rehearse(
                                    candidate.version().key() + "/fixtures/" + fixture.getKey() + ".json",
                                    SampleRequest.of(candidate.version(), fixture.getValue(), today)),
                            threads))
                    .toList();
            return rehearsed.stream().flatMap(faults -> faults.join().stream()).toList();
        } finally {
            threads.shutdown();
        }
    }

    private List<SourceFault> rehearse(String file, RenderRequest request) {
        return renderer.channels().stream()
                .filter(request.recipient()::reachableBy)
                .sorted(Comparator.comparing(Channel::name))
                .flatMap(channel -> faults(channel, request))
                .map(fault -> new SourceFault(file, 0, "", fault))
                .toList();
    }

    private Stream<String> faults(Channel channel, RenderRequest request) {
        try {
            if (!goesWithMail(channel, request)) {
                renderer.render(channel, request);
            }
            return renderer.faults(channel, request).stream().map(fault -> "as " + channel.name() + ", " + fault);
        } catch (RenderException impossible) {
            return Stream.of("cannot be rendered as " + channel.name() + ": " + impossible.getMessage());
        }
    }

    /** A letter that is attached to the mail is rendered with it, but for what is only bound to it in print. */
    private static boolean goesWithMail(Channel channel, RenderRequest request) {
        return channel.equals(Channel.PRINT)
                && request.recipient().reachableBy(Channel.EMAIL)
                && request.template().settings().attachment().containsKey(request.language())
                && request.template().settings().letter().enclosures().isEmpty();
    }
}
