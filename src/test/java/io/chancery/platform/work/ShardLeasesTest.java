package io.chancery.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShardLeasesTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_node_alone_owns_every_shard() {
        var node = TestNode.on(database).beat();

        assertThat(node.leases().owned()).hasSize(ShardLeases.COUNT);
    }

    @Test
    void nodes_share_fairly_as_they_come() {
        var first = TestNode.on(database).beat();
        var second = TestNode.on(database).beat();
        var third = TestNode.on(database).beat();
        assertThat(second.leases().owned()).isEmpty();

        first.beat();
        second.beat();
        third.beat();

        assertThat(first.leases().owned()).hasSize(22);
        assertThat(second.leases().owned()).hasSize(22);
        assertThat(third.leases().owned()).hasSize(20);
        assertThat(first.leases().owned())
                .doesNotContainAnyElementsOf(second.leases().owned());
    }

    @Test
    void a_shard_with_work_under_way_is_given_back_only_when_the_work_has_ended() {
        var busy = TestNode.on(database).beat();
        busy.leases().leases().forEach(ShardLease::enter);
        var leases = busy.leases().leases();
        var other = TestNode.on(database).beat();

        busy.beat();
        assertThat(other.beat().leases().owned()).isEmpty();
        assertThat(busy.leases().owned()).hasSize(32);
        assertThat(leases).allMatch(ShardLease::isHeld);
        database.run(() -> busy.leases().requireHeld(leases));

        leases.forEach(ShardLease::leave);
        busy.beat();
        assertThat(other.beat().leases().owned()).hasSize(32);
    }

    @Test
    void shards_of_a_node_that_died_are_taken_over_and_its_work_is_fenced_off() {
        var dying = TestNode.on(database).beat();
        var held = dying.leases().leases();
        dying.die();
        var other = TestNode.on(database).beat();

        assertThat(other.leases().owned()).hasSize(ShardLeases.COUNT);
        assertThatThrownBy(() -> database.run(() -> dying.leases().requireHeld(held)))
                .isInstanceOf(ShardLostException.class);
        assertThat(held).noneMatch(ShardLease::isHeld);
        assertThat(dying.leases().owned()).isEmpty();
    }

    @Test
    void a_restarted_node_regains_its_shards_at_once_under_new_epochs() {
        var node = TestNode.on(database).beat();
        var before = node.leases().leases();

        node.restart();

        assertThat(node.leases().leases()).hasSize(ShardLeases.COUNT).allMatch(lease -> lease.epoch() == 2);
        assertThatThrownBy(() -> database.run(() -> node.leases().requireHeld(before)))
                .isInstanceOf(ShardLostException.class);
    }

    @Test
    void a_node_that_slept_too_long_trusts_its_leases_no_more_until_it_has_asked() {
        var node = TestNode.on(database).beat();
        var held = node.leases().leases();

        node.sleep(Duration.ofSeconds(16));
        assertThat(held).noneMatch(ShardLease::isHeld);
        assertThat(node.leases().owned()).isEmpty();

        node.beat();
        assertThat(held).allMatch(ShardLease::isHeld);
    }

    @Test
    void an_orderly_shutdown_frees_the_shards_at_once() {
        var leaving = TestNode.on(database).beat();
        leaving.shutDown();

        assertThat(TestNode.on(database).beat().leases().owned()).hasSize(ShardLeases.COUNT);
    }

    @Test
    void a_takeover_waits_for_nobody_and_passes_by_shards_whose_owner_is_just_committing() throws Exception {
        var owner = TestNode.on(database).beat();
        var first = owner.leases().leases().stream()
                .filter(lease -> lease.shard() == 0)
                .toList();
        var locked = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var committing = CompletableFuture.runAsync(() -> database.run(() -> {
            owner.leases().requireHeld(first);
            locked.countDown();
            await(commit);
        }));
        await(locked);
        owner.die();

        var other = TestNode.on(database).beat();
        assertThat(other.leases().owned()).hasSize(63).doesNotContain(0);

        commit.countDown();
        committing.get(10, TimeUnit.SECONDS);
        assertThat(other.beat().leases().owned()).hasSize(64);
    }

    @Test
    void shards_that_are_not_ours_are_refused_by_number() {
        var one = TestNode.on(database).beat();
        var other = TestNode.on(database).beat();

        database.run(() -> one.leases().requireOwned(List.of(0, 63)));

        assertThatThrownBy(() -> database.run(() -> other.leases().requireOwned(List.of(0))))
                .isInstanceOf(ShardLostException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
