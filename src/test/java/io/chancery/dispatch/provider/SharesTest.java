package io.chancery.dispatch.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.RecordingChannelAdapter;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.queue.DispatchFixture;
import io.chancery.dispatch.queue.Worker;
import io.chancery.vocabulary.Channel;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final ShareConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 300, new DurationConverter())
            .withMapping(ShareConfig.class)
            .build()
            .getConfigMapping(ShareConfig.class);

    private final RecordingChannelAdapter first = provider("first");
    private final RecordingChannelAdapter second = provider("second");

    private DispatchFixture fixture;
    private Shares shares;
    private Worker worker;

    private static RecordingChannelAdapter provider(String name) {
        return new RecordingChannelAdapter(
                DispatchFixture.CHANNEL, new ProviderProfile(name, 4, 50, OptionalDouble.empty()));
    }

    @BeforeEach
    void create() {
        fixture = new DispatchFixture();
        shares = newShares();
        worker = fixture.worker(new Confirming(List.of(first, second)));
        keep();
    }

    private Shares newShares() {
        var database = fixture.database();
        return new Shares(
                new ShareTable(database.sql(), database),
                new Slowness(database.sql(), database),
                CONFIG,
                fixture.clock());
    }

    private void keep() {
        shares.keep(DispatchFixture.CHANNEL, worker.outlets(), System.nanoTime());
    }

    private List<Integer> points() {
        return worker.outlets().stream().map(Outlet::points).toList();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void both_begin_with_their_weights() {
        assertThat(points()).containsExactly(50, 50);
    }

    @Test
    void too_many_errors_cost_a_step_once_and_it_comes_back_step_by_step() {
        failFirst(50);

        keep();
        keep();
        assertThat(points()).containsExactly(40, 50);

        fixture.clock().pass(Duration.ofMinutes(4));
        keep();
        assertThat(points()).containsExactly(40, 50);
        fixture.clock().pass(Duration.ofMinutes(1));
        keep();
        keep();
        assertThat(points()).containsExactly(50, 50);
    }

    @Test
    void some_errors_cost_nothing() {
        failFirst(49);

        keep();

        assertThat(points()).containsExactly(50, 50);
    }

    private void failFirst(int times) {
        for (int i = 0; i < times; i++) {
            worker.outlets().get(0).failures().add(System.nanoTime());
        }
    }

    @Test
    void two_nodes_that_see_the_same_take_one_step() {
        var other = newShares();
        failFirst(50);
        keep();
        failFirst(50);

        other.keep(DispatchFixture.CHANNEL, worker.outlets(), System.nanoTime());

        assertThat(points()).containsExactly(40, 50);
    }

    @Test
    void a_provider_whose_deliveries_are_not_confirmed_in_time_gets_less() {
        fixture.given(100);
        worker.start();
        await().until(() -> fixture.count("sent") == 100);
        confirmAllBut("first", 4);
        keep();
        assertThat(points()).containsExactly(50, 50);

        fixture.clock().pass(Duration.ofMinutes(6));
        keep();
        assertThat(points()).as("less than 15 of 100 are late").containsExactly(50, 50);

        fixture.database()
                .execute("update attempt_reference set delivered = null, code = null, at = null"
                        + " where delivery_id in (select delivery_id from attempt where provider = 'first')");
        keep();
        assertThat(points()).containsExactly(40, 50);
    }

    private void confirmAllBut(String provider, int count) {
        var late = fixture.database()
                .get("select delivery_id from attempt where provider = '" + provider + "' limit " + count);
        fixture.database()
                .execute("update attempt_reference set delivered = true, code = '', at = timestamptz '"
                        + fixture.clock().instant() + "' where delivery_id not in ('"
                        + String.join("', '", late) + "', '" + UUID.randomUUID() + "')");
    }

    private record Confirming(List<Provider> providers) implements ChannelAdapter {

        @Override
        public Channel channel() {
            return DispatchFixture.CHANNEL;
        }

        @Override
        public boolean confirms() {
            return true;
        }
    }
}
