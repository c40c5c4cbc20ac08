package io.chancery.dispatch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.QueuedDelivery;
import io.chancery.dispatch.RecordingChannelAdapter;
import io.chancery.dispatch.SeveralProviders;
import io.chancery.platform.work.Priority;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several providers of one channel. */
class ProvidersTest {

    private final RecordingChannelAdapter first = provider("first", 70, OptionalDouble.empty());
    private final RecordingChannelAdapter second = provider("second", 30, OptionalDouble.empty());
    private final RecordingChannelAdapter spare = provider("spare", 0, OptionalDouble.empty());

    private DispatchFixture fixture;

    private static RecordingChannelAdapter provider(String name, int weight, OptionalDouble perSecond) {
        return new RecordingChannelAdapter(DispatchFixture.CHANNEL, new ProviderProfile(name, 4, weight, perSecond));
    }

    private static ChannelAdapter both(Provider... providers) {
        return new SeveralProviders(DispatchFixture.CHANNEL, List.of(providers));
    }

    @BeforeEach
    void create() {
        fixture = new DispatchFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void each_gets_its_part_and_the_spare_one_nothing() {
        fixture.given(1_000);

        fixture.worker(both(first, second, spare)).start();

        await().until(() -> fixture.count("sent") == 1_000);
        assertThat(first.deliveries()).hasSizeBetween(620, 780);
        assertThat(second.deliveries()).hasSizeBetween(220, 380);
        assertThat(spare.deliveries()).isEmpty();
        assertThat(first.deliveries()).doesNotContainAnyElementsOf(second.deliveries());
        assertThat(fixture.database().get("select provider, count(*) from attempt group by 1 order by 1"))
                .containsExactly(
                        "first " + first.deliveries().size(),
                        "second " + second.deliveries().size());
    }

    @Test
    void what_one_cannot_take_another_takes_at_once() {
        first.answer(handover -> new Temporary("451", "not now"));
        fixture.given(20);

        fixture.worker(both(first, second)).start();

        await().until(() -> fixture.count("sent") == 20);
        assertThat(second.deliveries()).hasSize(20);
        assertThat(fixture.database().get("select max(failures) from dispatch_retry"))
                .containsExactly("null");
        assertThat(fixture.database().get("select distinct provider, number from attempt where outcome = 'temporary'"))
                .containsExactly("first 1");
    }

    @Test
    void only_what_all_have_refused_waits_and_counts() {
        first.answer(handover -> new Temporary("451", ""));
        second.answer(handover -> new Temporary("452", ""));
        var id = fixture.givenOne();

        var worker = fixture.worker(TestSettings.defaults().withAttempts(2), both(first, second))
                .start();

        await().until(() ->
                fixture.attempts(id).size() == 2 && fixture.status(id).equals("queued"));
        assertThat(fixture.database().get("select attempts, failures, coalesce(tried, '-') from dispatch_retry"))
                .containsExactly("2 1 -");
        fixture.clock().pass(Duration.ofMinutes(1));
        worker.node().signal().wakeHere();
        await().until(() -> fixture.status(id).equals("failed"));
        assertThat(fixture.attempts(id)).hasSize(4);
    }

    @Test
    void a_refusal_for_good_is_not_shopped_around() {
        first.answer(handover -> new Permanent("550", "no such user"));
        second.answer(handover -> new Permanent("550", "no such user"));
        var id = fixture.givenOne();

        fixture.worker(both(first, second)).start();

        await().until(() -> fixture.status(id).equals("failed"));
        assertThat(fixture.attempts(id)).hasSize(1);
    }

    @Test
    void the_spare_one_steps_in_while_the_others_rest() {
        first.answer(handover -> new Temporary("connect", "refused"));
        fixture.given(200);

        fixture.worker(TestSettings.defaults().withPauseAfter(5), both(first, spare))
                .start();

        await().until(() -> fixture.count("sent") == 200);
        assertThat(spare.deliveries()).hasSize(200);
        assertThat(first.deliveries()).hasSizeLessThan(30);
    }

    @Test
    void a_provider_that_asks_for_a_pause_gets_it_and_nobody_is_the_worse_for_it() {
        first.answer(handover -> new Temporary("throttled", "too fast", Duration.ofSeconds(30)));
        var id = fixture.givenOne();
        var worker =
                fixture.worker(TestSettings.defaults().withAttempts(1), first).start();
        await().until(() -> fixture.attempts(id).size() == 1);

        assertThat(fixture.database().get("select attempts, failures from dispatch_retry"))
                .containsExactly("1 0");
        first.answer(RecordingChannelAdapter::accept);
        fixture.clock().pass(Duration.ofSeconds(20));
        worker.node().signal().wakeHere();
        await().during(Duration.ofMillis(200)).until(() -> fixture.attempts(id).size() == 1);
        fixture.clock().pass(Duration.ofSeconds(20));
        worker.node().signal().wakeHere();
        await().until(() -> fixture.status(id).equals("sent"));
    }

    @Test
    void a_provider_gets_no_more_in_a_second_than_was_agreed() {
        var slow = provider("slow", 1, OptionalDouble.of(50));
        fixture.given(40);
        long begun = System.nanoTime();

        fixture.worker(slow).start();

        await().until(() -> fixture.count("sent") == 40);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(39 * 20 - 50));
    }

    @Test
    void what_goes_to_a_destination_too_early_waits_apart_for_its_turn() {
        var adapter = new WithDestination(first, Map.of("gmail.com", 1.0));
        var others = fixture.given(50);
        var limited = fixture.given(IntStream.range(0, 5)
                .mapToObj(i -> toGmail(fixture.aDelivery(i)))
                .toList());

        var worker = fixture.worker(adapter).start();

        await().until(() -> fixture.count("sent") >= 52);
        assertThat(first.deliveries()).containsAll(others);
        assertThat(fixture.database().get("select attempts, paced from dispatch_retry"))
                .isNotEmpty()
                .containsOnly("0 t");
        assertThat(fixture.database().get("select count(*) from attempt where outcome = 'not-made'"))
                .containsExactly("0");

        fixture.clock().pass(Duration.ofSeconds(5));
        worker.node().signal().wakeHere();
        await().until(() -> fixture.count("sent") == 55);
        assertThat(first.deliveries()).containsAll(limited).hasSize(55);
        assertThat(fixture.isEmpty()).isTrue();
    }

    private static QueuedDelivery toGmail(QueuedDelivery delivery) {
        return new QueuedDelivery(
                delivery.deliveryId(), delivery.channel(), delivery.shard(), Priority.SINGLE, true, "gmail.com");
    }

    private record WithDestination(Provider provider, Map<String, Double> destinationRates) implements ChannelAdapter {

        @Override
        public Channel channel() {
            return DispatchFixture.CHANNEL;
        }

        @Override
        public List<Provider> providers() {
            return List.of(provider);
        }

        @Override
        public Optional<String> destination(Rendition rendition) {
            return Optional.empty();
        }
    }
}
