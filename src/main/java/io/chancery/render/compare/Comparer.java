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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders two versions of a template as they would be sent, on one day, copies included, and says what differs. */
@ApplicationScoped
public class Comparer {

    private final Renderer renderer;
    private final Clock clock;

    public Comparer(Renderer renderer, Clock clock) {
        this.renderer = renderer;
        this.clock = clock;
    }

    /** A request of one version, and the channels that it goes out by. */
    private record Side(RenderRequest request, Collection<Channel> channels) {}

    /**
     * What came of rendering one side.
     *
     * @param problem why there is no rendition; null if there is one, or none is wanted
     */
    private record Outcome(
            @Nullable Rendition rendition, @Nullable String problem) {

        private static final Outcome NONE = new Outcome(null, null);

        private boolean leadsToPageOf(Side side) {
            return rendition != null && side.request().isLinkedFrom(rendition);
        }
    }

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
            return Stream.of(new FixtureComparison(fixture, null, null, change, false, List.of()));
        }
        boolean otherData = !before.equals(after);
        var oldRequest = SampleRequest.of(old.version(), before, today);
        var newRequest = SampleRequest.of(now.version(), after, today);
        return Stream.concat(
                messages(fixture, otherData, oldRequest, newRequest, renditions),
                copies(fixture, otherData, oldRequest, newRequest, renditions));
    }

    private Stream<FixtureComparison> messages(
            String fixture, boolean otherData, RenderRequest old, RenderRequest now, Renditions renditions) {
        var whole = channels(old, now, renditions);
        if (!promotes(old) && !promotes(now)) {
            return Stream.of(FixtureComparison.of(fixture, null, otherData, whole));
        }
        var without = channels(old.advertised(false), now.advertised(false), renditions);
        return Stream.of(
                FixtureComparison.of(fixture, Comparison.SHOWN, otherData, whole),
                FixtureComparison.of(fixture, Comparison.DROPPED, otherData, without));
    }

    private Stream<FixtureComparison> copies(
            String fixture, boolean otherData, RenderRequest old, RenderRequest now, Renditions renditions) {
        var before = old.template().settings().plan().copies();
        var after = now.template().settings().plan().copies();
        var roles = new TreeSet<>(before.keySet());
        roles.addAll(after.keySet());
        return roles.stream().map(role -> {
            if (!before.containsKey(role) || !after.containsKey(role)) {
                var change = before.containsKey(role) ? Change.ONLY_IN_OLD : Change.ONLY_IN_NEW;
                return new FixtureComparison(fixture, null, role, change, otherData, List.of());
            }
            var compared = channels(copy(old, role), copy(now, role), renditions);
            return FixtureComparison.of(fixture, null, otherData, compared).asCopy(role);
        });
    }

    private static Side copy(RenderRequest request, String role) {
        return new Side(
                request.copied(role, request.recipient()),
                request.template().settings().plan().role(role).channels());
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
        return channels(new Side(old, renderer.channels()), new Side(now, renderer.channels()), renditions);
    }

    private List<ChannelComparison> channels(Side old, Side now, Renditions renditions) {
        return renderer.channels().stream()
                .sorted(Comparator.comparing(Channel::name))
                .filter(channel ->
                        old.channels().contains(channel) || now.channels().contains(channel))
                .filter(channel -> old.request().recipient().reachableBy(channel)
                        || now.request().recipient().reachableBy(channel))
                .flatMap(channel -> channel(channel, old, now, renditions))
                .toList();
    }

    /** With the page that a text message leads to. */
    private Stream<ChannelComparison> channel(Channel channel, Side old, Side now, Renditions renditions) {
        var before = old.channels().contains(channel) ? rendered(channel, old) : Outcome.NONE;
        var after = now.channels().contains(channel) ? rendered(channel, now) : Outcome.NONE;
        var compared = channel(channel, before, after, renditions);
        if (!before.leadsToPageOf(old) && !after.leadsToPageOf(now)) {
            return Stream.of(compared);
        }
        var oldPage = before.leadsToPageOf(old) ? rendered(Channel.SCREEN, old) : Outcome.NONE;
        var newPage = after.leadsToPageOf(now) ? rendered(Channel.SCREEN, now) : Outcome.NONE;
        return Stream.of(compared, channel(Channel.SCREEN, oldPage, newPage, renditions));
    }

    private Outcome rendered(Channel channel, Side side) {
        try {
            return new Outcome(renderer.render(channel, side.request()), null);
        } catch (RenderException impossible) {
            return new Outcome(null, Objects.requireNonNullElse(impossible.getMessage(), "no reason given"));
        }
    }

    private static ChannelComparison channel(Channel channel, Outcome old, Outcome now, Renditions renditions) {
        var reasons = new ArrayList<String>();
        if (old.problem() != null) {
            reasons.add("The old version cannot be rendered: " + old.problem());
        }
        if (now.problem() != null) {
            reasons.add("The new version cannot be rendered: " + now.problem());
            return ChannelComparison.unlike(channel, Change.CANNOT_BE_RENDERED, reasons);
        }
        var before = old.rendition();
        var after = now.rendition();
        if (before != null && after != null) {
            return ChannelComparison.of(channel, renditions.compare(before, after));
        }
        return ChannelComparison.unlike(channel, before == null ? Change.ONLY_IN_NEW : Change.ONLY_IN_OLD, reasons);
    }
}
