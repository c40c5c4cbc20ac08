package io.chancery.dispatch.queue;

import io.chancery.archive.Archive;
import io.chancery.archive.NewDocument;
import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.QueuedDelivery;
import io.chancery.dispatch.RecordingDeliveryListener;
import io.chancery.dispatch.receipt.ReceiptBook;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.MutableClock;
import io.chancery.platform.ScratchFolder;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.TestNode;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A database with deliveries in it, and workers on it. */
public final class DispatchFixture implements AutoCloseable {

    public static final Channel CHANNEL = new Channel("pigeon");

    /** To whom everything goes. */
    private static final UUID CUSTOMER = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.create();
    private final MutableClock clock = MutableClock.atNoon();
    private final DispatchWorld world = DispatchWorld.on(database, clock);
    final DispatchQueue queue = world.queue();
    private final IdGenerator ids = TestDatabase.ids(clock);
    private final ScratchFolder folder = ScratchFolder.create("dispatch-test");
    private final List<Worker> workers = new ArrayList<>();

    public TestDatabase database() {
        return database;
    }

    public ReceiptBook receipts() {
        return world.receipts().book();
    }

    public void sweepReceipts() {
        world.receipts().sweep();
    }

    public Archive archive() {
        return world.archive();
    }

    public RecordingDeliveryListener listener() {
        return world.listener();
    }

    public MutableClock clock() {
        return clock;
    }

    public Worker worker(ChannelAdapter... adapters) {
        return worker(TestSettings.defaults(), adapters);
    }

    Worker worker(TestSettings settings, ChannelAdapter... adapters) {
        var journal = folder.path().resolve("node-" + workers.size());
        var worker = new Worker(world, TestNode.on(database), journal, List.of(adapters), settings);
        workers.add(worker);
        return worker;
    }

    /** A delivery that is archived and ready to go. */
    public UUID given(QueuedDelivery delivery) {
        return given(List.of(delivery)).get(0);
    }

    public List<UUID> given(List<QueuedDelivery> deliveries) {
        var rows = deliveries.stream()
                .map(delivery -> "('%s', '%s', '%s', '%s', 'accepted')"
                        .formatted(delivery.deliveryId(), CUSTOMER, UUID.randomUUID(), delivery.channel()))
                .collect(Collectors.joining(", "));
        database.execute("insert into delivery (id, customer_id, message_id, channel, status) values " + rows);
        var documents = deliveries.stream()
                .map(delivery -> NewDocument.sent(delivery.deliveryId(), CUSTOMER, rendition(delivery)))
                .toList();
        database.run(() -> {
            world.archive().record(world.archive().keep(documents, Map.of()));
            queue.insert(deliveries);
        });
        return deliveries.stream().map(QueuedDelivery::deliveryId).toList();
    }

    private static Rendition rendition(QueuedDelivery delivery) {
        var text = "To " + delivery.deliveryId();
        return new Rendition.Text(text.getBytes(StandardCharsets.UTF_8), Map.of("to", "somebody"));
    }

    public UUID givenOne() {
        return given(aDelivery(0));
    }

    public List<UUID> given(int count) {
        return given(IntStream.range(0, count)
                .mapToObj(i -> aDelivery(i % ShardLeases.COUNT))
                .toList());
    }

    public QueuedDelivery aDelivery(int shard) {
        return new QueuedDelivery(ids.next(), CHANNEL, shard, Priority.SINGLE, true, null);
    }

    public static QueuedDelivery marketing(QueuedDelivery delivery) {
        return new QueuedDelivery(
                delivery.deliveryId(), delivery.channel(), delivery.shard(), Priority.MARKETING, false, null);
    }

    public static QueuedDelivery ofRun(QueuedDelivery delivery) {
        return new QueuedDelivery(
                delivery.deliveryId(), delivery.channel(), delivery.shard(), Priority.RUN, true, null);
    }

    public static QueuedDelivery holding(QueuedDelivery delivery) {
        return new QueuedDelivery(
                delivery.deliveryId(), delivery.channel(), delivery.shard(), Priority.SINGLE, false, null);
    }

    public String status(UUID deliveryId) {
        return database.get("select status from delivery where id = '" + deliveryId + "'")
                .get(0);
    }

    /** How many deliveries have this status. */
    public int count(String status) {
        var found = database.get("select count(*) from delivery where status = '" + status + "'");
        return Integer.parseInt(found.get(0));
    }

    /** The kinds of a delivery's events in order, without that of its rendition. */
    public List<String> events(UUID deliveryId) {
        return database.get(
                "select kind from event where delivery_id = '" + deliveryId + "' and kind <> 'rendered' order by id");
    }

    /** Everything about its events that is not a time. */
    public List<String> details(UUID deliveryId) {
        return database.get(
                "select kind, attempt, coalesce(reason, '-'), detail - 'next' - 'provider' from event where delivery_id = '"
                        + deliveryId + "' and kind <> 'rendered' order by id");
    }

    public List<String> attempts(UUID deliveryId) {
        return database.get(
                "select number, outcome, repeat from attempt where delivery_id = '" + deliveryId + "' order by number");
    }

    /** Whether nothing is left of the deliveries but what is kept for ever. */
    public boolean isEmpty() {
        return database.get("select from dispatch_queue union all select from dispatch_retry"
                        + " union all select from open_attempt limit 1")
                .isEmpty();
    }

    @Override
    public void close() {
        workers.forEach(Worker::stop);
        world.receipts().close();
        database.close();
        folder.close();
    }
}
