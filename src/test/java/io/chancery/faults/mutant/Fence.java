package io.chancery.faults.mutant;

import java.util.List;
import java.util.Map;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.StubMethod;

/**
 * What keeps an owner that was replaced from its old shards, taken away. Two checks are the fence, and either alone leaves
 * no unmarked repeat: that the database holds the leases when attempts begin and end, and that a delivery has one open
 * attempt. What a node knows of its lease by itself only saves work: with both checks off, the clock before the hand-over
 * stops nothing, and the beat that finds another owner comes too late for some.
 */
final class Fence {

    /**
     * A lease is never lost: neither when its time has passed, nor with a beat that finds another owner, nor when the
     * database refuses attempts or outcomes under it. Nor is it given back, or shards would end up without an owner: who
     * believes to have its share takes no others.
     */
    static final List<Change> LEASES = List.of(
            Change.ofMethods(
                    "io.chancery.platform.work.ShardLease",
                    Map.of("isHeld", FixedValue.value(true), "end", FixedValue.value(false))),
            Change.ofMethods(
                    "io.chancery.platform.work.ShardLeases",
                    Map.of("requireHeld", StubMethod.INSTANCE, "lose", StubMethod.INSTANCE)));

    /** Who begins an attempt gets it, though another has it open. */
    static final Change OPEN_ATTEMPT = Change.ofTexts(
            "io.chancery.dispatch.queue.AttemptOpening",
            Map.of(
                    "on conflict (delivery_id) do nothing",
                    "on conflict (delivery_id) do update set node = excluded.node, epoch = excluded.epoch"));

    private Fence() {}
}
