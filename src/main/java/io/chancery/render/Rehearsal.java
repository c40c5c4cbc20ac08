package io.chancery.render;

import io.chancery.render.ChannelRenderer.Proof;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.Specimen;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders each fixture of a version that can be read on every channel that reaches its customer, with what it promotes and
 * without, and as the copies that it may have, before any customer gets the version.
 */
@ApplicationScoped
public class Rehearsal {

    /** Where the settings have texts that are templates themselves. */
    private static final Pattern TEXT = Pattern.compile("/(attachment|letter|calendar)/");

    private final Renderer renderer;
    private final Clock clock;

    public Rehearsal(Renderer renderer, Clock clock) {
        this.renderer = renderer;
        this.clock = clock;
    }

    /** @param known what was found before; that it keeps a fixture from being rendered is not told again */
    List<SourceFault> rehearse(Specimen candidate, Collection<SourceFault> known) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var rehearsed = candidate.fixtures().entrySet().stream()
                    .map(fixture -> CompletableFuture.supplyAsync(
                            () -> new Run(SampleRequest.of(candidate.version(), fixture.getValue(), today), known)
                                    .faults().stream()
                                            .map(fault -> new SourceFault(
                                                    candidate.version().key() + "/fixtures/" + fixture.getKey()
                                                            + ".json",
                                                    0,
                                                    "",
                                                    fault))
                                            .toList(),
                            threads))
                    .toList();
            return rehearsed.stream().flatMap(faults -> faults.join().stream()).toList();
        } finally {
            threads.shutdown();
        }
    }

    /** One fixture. */
    private final class Run {

        private final RenderRequest request;
        private final Collection<SourceFault> known;

        Run(RenderRequest request, Collection<SourceFault> known) {
            this.request = request;
            this.known = known;
        }

        List<String> faults() {
            var faults = faults(request, renderer.channels());
            if (promotes()) {
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
            return faults;
        }

        private boolean promotes() {
            try {
                return renderer.promotes(request);
            } catch (RenderException unreadable) {
                return false;
            }
        }

        private List<String> faults(RenderRequest which, Collection<Channel> channels) {
            var proofs = renderer.proofs();
            return channels.stream()
                    .filter(which.recipient()::reachableBy)
                    .filter(renderer.channels()::contains)
                    .sorted(Comparator.comparing(Channel::name))
                    .flatMap(channel -> faults(channel, which, proofs))
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private Stream<String> faults(Channel channel, RenderRequest which, Renderer.Proofs proofs) {
            try {
                var proof = proofs.of(channel, which);
                return which.isLinkedFrom(proof.rendition())
                        ? Stream.concat(named(channel, proof), named(Channel.SCREEN, proofs.of(Channel.SCREEN, which)))
                        : named(channel, proof);
            } catch (RenderException impossible) {
                return isKnown(Proofreader.fault(impossible, ""))
                        ? Stream.empty()
                        : Stream.of("cannot be rendered as " + channel.name() + ": " + impossible.getMessage());
            }
        }

        /** A text in the settings counts its lines for itself. */
        private boolean isKnown(SourceFault impossible) {
            return known.stream()
                    .filter(fault -> fault.file().equals(impossible.file()))
                    .anyMatch(fault -> fault.line() == impossible.line()
                            || TEXT.matcher(fault.pointer()).lookingAt());
        }
    }

    private static void addNew(List<String> faults, String which, List<String> others) {
        others.stream().filter(fault -> !faults.contains(fault)).toList().forEach(fault -> faults.add(which + fault));
    }

    private static Stream<String> named(Channel channel, Proof proof) {
        return proof.faults().stream().map(fault -> "as " + channel.name() + ", " + fault);
    }
}
