package io.chancery.dispatch.sms;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.sms.SmscServer.Login;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Our adapter, with an SMSC made of ch-smpp on the other side. */
final class ChSmppPair implements AutoCloseable {

    final Map<String, String> settings = new HashMap<>(Map.of("first-reconnect-after", "100ms"));
    final AtomicInteger journal = new AtomicInteger();
    final RecordingReceipts receipts = new RecordingReceipts();
    final ExecutorService others = Executors.newCachedThreadPool();
    final ChSmppServer smsc = new ChSmppServer();
    Receipts desk = receipts;
    private @Nullable SmppSmsc adapter;

    @Override
    public void close() {
        if (adapter != null) {
            adapter.close();
        }
        smsc.close();
        others.shutdownNow();
    }

    SmscServer server() {
        return new SmscServer("127.0.0.1", smsc.port(), new Login("chancery", "secret", "letters"), null);
    }

    SmppSmsc adapter() {
        if (adapter == null) {
            adapter = new SmppSmsc(
                    "test", SmsSettings.with(settings), server(), SmsSettings.ENDPOINT, desk, Clock.systemUTC());
            adapter.start();
        }
        return adapter;
    }

    CompletableFuture<DeliveryOutcome> sendAside(String text, UUID delivery) {
        adapter();
        return CompletableFuture.supplyAsync(() -> send(text, delivery, 1), others);
    }

    DeliveryOutcome send(String text) {
        return send(text, UUID.randomUUID(), 1);
    }

    DeliveryOutcome send(String text, UUID delivery, int attempt) {
        var rendition = new Rendition.Text(
                text.getBytes(StandardCharsets.UTF_8), Map.of("from", "Lindenwerk", "to", "+" + ChSmppServer.NUMBER));
        return adapter().send(new Handover(delivery, attempt, attempt > 1, rendition, journal::incrementAndGet));
    }
}
