package io.chancery.dispatch.handover;

import io.chancery.dispatch.Provider;
import io.chancery.dispatch.outcome.ReadyDelivery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The providers of a lane, and which of them makes an attempt: each delivery has its provider by the providers' points,
 * the same each time; while that one rests or has just failed it, another steps in.
 */
public final class Outlets {

    private final List<Outlet> outlets;

    public Outlets(List<Provider> providers, HandoverRules rules) {
        this.outlets = providers.stream()
                .map(provider -> new Outlet(provider, rules, this))
                .toList();
    }

    public List<Outlet> all() {
        return outlets;
    }

    /** How many attempts may be begun now. */
    public int room() {
        return outlets.stream().mapToInt(Outlet::room).sum();
    }

    /** @param part of all deliveries that this node has, from 0 to 1 */
    public void take(double part) {
        outlets.forEach(outlet -> outlet.take(part));
    }

    /** Who makes an attempt. */
    public record Place(Outlet outlet, boolean probe) {}

    /** Gives each delivery a place; those whose provider has no room now are left out. */
    public Map<UUID, Place> places(List<ReadyDelivery> ready) {
        var room = new HashMap<Outlet, Integer>();
        outlets.forEach(outlet -> room.put(outlet, outlet.room()));
        var found = new HashMap<UUID, Place>();
        for (var delivery : ready) {
            place(delivery, room).ifPresent(place -> {
                room.merge(place.outlet(), -1, Integer::sum);
                found.put(delivery.deliveryId(), place);
            });
        }
        return found;
    }

    private Optional<Place> place(ReadyDelivery delivery, Map<Outlet, Integer> room) {
        // Whoever has rested long enough is tried with the next that comes.
        for (var outlet : outlets) {
            if (outlet.isResting() && room.getOrDefault(outlet, 0) > 0) {
                return Optional.of(new Place(outlet, true));
            }
        }
        return choose(delivery)
                .filter(outlet -> room.getOrDefault(outlet, 0) > 0)
                .map(outlet -> new Place(outlet, false));
    }

    private Optional<Outlet> choose(ReadyDelivery delivery) {
        var untried =
                outlets.stream().filter(outlet -> outlet.isOpenTo(delivery)).toList();
        var open = untried.isEmpty()
                ? outlets.stream().filter(outlet -> !outlet.isResting()).toList()
                : untried;
        return open.isEmpty() ? Optional.empty() : Optional.of(byPoints(delivery, open));
    }

    private static Outlet byPoints(ReadyDelivery delivery, List<Outlet> open) {
        boolean weighed = open.stream().anyMatch(outlet -> outlet.points() > 0);
        Function<Outlet, Integer> points = outlet -> weighed ? outlet.points() : 1;
        int total = open.stream().mapToInt(points::apply).sum();
        int left = Math.floorMod(delivery.deliveryId().hashCode(), Math.max(1, total));
        for (var outlet : open) {
            left -= points.apply(outlet);
            if (left < 0) {
                return outlet;
            }
        }
        // The points were changed meanwhile.
        return open.get(0);
    }

    /** Whether there is a provider that could take this delivery now, after one that could not. */
    boolean hasAnother(ReadyDelivery delivery, Outlet than) {
        return outlets.stream().anyMatch(outlet -> outlet != than && outlet.isOpenTo(delivery));
    }

    public void start() {
        outlets.forEach(Outlet::start);
    }

    /** Begins nothing more: what waits is given back, what runs runs to its end. */
    public void stop() {
        outlets.forEach(Outlet::stop);
    }

    /** When nothing more is submitted: gives back what has not been begun. */
    public void giveBackWaiting() {
        outlets.forEach(Outlet::giveBackWaiting);
    }

    /** Gives up the hand-overs that have run for too long. */
    public void guard(long nanoTime) {
        outlets.forEach(outlet -> outlet.guard(nanoTime));
    }
}
