package io.chancery.render.compare;

import io.chancery.platform.Fault;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.render.SampleRequest;
import io.chancery.render.compare.Comparison.ChannelComparison;
import io.chancery.render.compare.Comparison.FixtureComparison;
import io.chancery.render.difference.Change;
import io.chancery.render.difference.text.ComparisonException;
import io.chancery.template.Specimen;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Renders two versions of a template as they would be sent, on one day, and says what differs. */
@ApplicationScoped
public class Comparer {

    private final Renderer renderer;
    private final Clock clock;

    public Comparer(Renderer renderer, Clock clock) {
        this.renderer = renderer;
        this.clock = clock;
    }

    /** What came of rendering one side. */
    private record Outcome(Optional<Rendition> rendition, String problem) {}

    /** The fixtures that would be compared, of both versions. */
    public static SortedSet<String> fixtures(Specimen old, Specimen now) {
        var names = new TreeSet<>(old.fixtures().keySet());
        names.addAll(now.fixtures().keySet());
        return names;
    }

    /**
     * @throws ComparisonException if a fixture is in neither, a mask takes too long, or it gets too much
     */
    public Comparison compare(Specimen old, Specimen now, ComparisonOrder order) {
        var fixtures = chosen(fixtures(old, now), order.fixtures());
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var sides = new Renditions(order);
        var compared = fixtures.stream()
                .flatMap(fixture -> fixture(fixture, old, now, today, sides))
                .toList();
        return Comparison.of(
                now.version().key(), old.version().number(), now.version().number(), compared);
    }

    private static List<String> chosen(SortedSet<String> known, List<String> asked) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < asked.size(); i++) {
            if (!known.contains(asked.get(i))) {
                faults.add(new Fault("/fixtures/" + i, "names no fixture of either version; there are " + known));
            }
        }
        if (!faults.isEmpty()) {
            throw ComparisonException.invalid(faults);
        }
        return asked.isEmpty() ? List.copyOf(known) : asked;
    }

    /** With what the message promotes and without, if it does. */
    private Stream<FixtureComparison> fixture(
            String fixture, Specimen old, Specimen now, LocalDate today, Renditions renditions) {
        var before = old.fixtures().get(fixture);
        var after = now.fixtures().get(fixture);
        if (before == null || after == null) {
            var change = before == null ? Change.ONLY_IN_NEW : Change.ONLY_IN_OLD;
            return Stream.of(new FixtureComparison(fixture, null, change, false, List.of()));
        }
        boolean otherData = !before.equals(after);
        var oldRequest = SampleRequest.of(old.version(), before, today);
        var newRequest = SampleRequest.of(now.version(), after, today);
        var whole = channels(oldRequest, newRequest, renditions);
        if (!promotes(oldRequest) && !promotes(newRequest)) {
            return Stream.of(FixtureComparison.of(fixture, null, otherData, whole));
        }
        var without = channels(oldRequest.advertised(false), newRequest.advertised(false), renditions);
        return Stream.of(
                FixtureComparison.of(fixture, Comparison.SHOWN, otherData, whole),
                FixtureComparison.of(fixture, Comparison.DROPPED, otherData, without));
    }

    /** A version that cannot be read promotes nothing; that it cannot be read is said of its renditions. */
    private boolean promotes(RenderRequest request) {
        try {
            return renderer.promotes(request);
        } catch (RenderException unreadable) {
            return false;
        }
    }

    private List<ChannelComparison> channels(RenderRequest old, RenderRequest now, Renditions renditions) {
        return renderer.channels().stream()
                .sorted(Comparator.comparing(Channel::name))
                .filter(channel ->
                        old.recipient().reachableBy(channel) || now.recipient().reachableBy(channel))
                .map(channel -> channel(channel, rendered(channel, old), rendered(channel, now), renditions))
                .toList();
    }

    private Outcome rendered(Channel channel, RenderRequest request) {
        try {
            return new Outcome(Optional.of(renderer.render(channel, request)), "");
        } catch (RenderException impossible) {
            return new Outcome(
                    Optional.empty(), Objects.requireNonNullElse(impossible.getMessage(), "no reason given"));
        }
    }

    private static ChannelComparison channel(Channel channel, Outcome old, Outcome now, Renditions renditions) {
        var reasons = new ArrayList<String>();
        if (old.rendition().isEmpty()) {
            reasons.add("The old version cannot be rendered: " + old.problem());
        }
        if (now.rendition().isEmpty()) {
            reasons.add("The new version cannot be rendered: " + now.problem());
            return ChannelComparison.unlike(channel, Change.CANNOT_BE_RENDERED, reasons);
        }
        return old.rendition().isEmpty()
                ? ChannelComparison.unlike(channel, Change.ONLY_IN_NEW, reasons)
                : ChannelComparison.of(
                        channel,
                        renditions.compare(
                                old.rendition().get(), now.rendition().get()));
    }
}
