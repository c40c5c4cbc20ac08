package io.chancery.render;

import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.Specimen;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders each fixture of a version that can be read on every channel that reaches its customer, with what it promotes and
 * without, and as the copies that it may have, before any customer gets the version.
 */
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
        var faults = faults(request, renderer.channels());
        if (renderer.promotes(request)) {
            addNew(faults, "without what it promotes: ", faults(request.advertised(false), renderer.channels()));
        }
        request.template()
                .settings()
                .plan()
                .copies()
                .forEach((role, said) -> addNew(
                        faults,
                        "as a copy (" + role + "): ",
                        faults(request.copied(role, request.recipient()), said.channels())));
        return faults.stream().map(fault -> new SourceFault(file, 0, "", fault)).toList();
    }

    private static void addNew(List<String> faults, String which, List<String> others) {
        others.stream().filter(fault -> !faults.contains(fault)).toList().forEach(fault -> faults.add(which + fault));
    }

    private List<String> faults(RenderRequest request, Collection<Channel> channels) {
        return channels.stream()
                .filter(request.recipient()::reachableBy)
                .sorted(Comparator.comparing(Channel::name))
                .flatMap(channel -> faults(channel, request, channels))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Stream<String> faults(Channel channel, RenderRequest request, Collection<Channel> channels) {
        try {
            var faults = renderer.faults(channel, request).stream();
            return channels.contains(Channel.EMAIL) && goesWithMail(channel, request)
                    ? named(channel, faults)
                    : Stream.concat(named(channel, faults), behind(renderer.render(channel, request), request));
        } catch (RenderException impossible) {
            return Stream.of("cannot be rendered as " + channel.name() + ": " + impossible.getMessage());
        }
    }

    /** What is wrong with the page that a text message leads to. */
    private Stream<String> behind(Rendition rendition, RenderRequest request) {
        if (!request.isLinkedFrom(rendition)) {
            return Stream.empty();
        }
        renderer.render(Channel.SCREEN, request);
        return named(Channel.SCREEN, renderer.faults(Channel.SCREEN, request).stream());
    }

    private static Stream<String> named(Channel channel, Stream<String> faults) {
        return faults.map(fault -> "as " + channel.name() + ", " + fault);
    }

    /** A letter that is attached to the mail is rendered with it, but for what is only bound to it in print. */
    private static boolean goesWithMail(Channel channel, RenderRequest request) {
        return channel.equals(Channel.PRINT)
                && request.recipient().reachableBy(Channel.EMAIL)
                && request.template().settings().attachment().containsKey(request.language())
                && request.template().settings().letter().enclosures().isEmpty();
    }
}
