package io.chancery.message;

import io.chancery.message.store.NewsTable;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who watch that messages have come or changed. However many watch, a node looks once a second, and not at
 * all while nobody does.
 */
@ApplicationScoped
public class MessageFeed {

    private final NewsTable table;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private NewsTable.@Nullable News told;
    private Map<UUID, Long> counted = new HashMap<>();

    MessageFeed(NewsTable table) {
        this.table = table;
    }

    /** Who watches: one message, or all of them. */
    private record Listener(@Nullable UUID messageId, Runnable call) {}

    /** To be closed when nobody watches any more. */
    public interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    /** Is called, at most once a second, when any message has come or changed. */
    public Watch all(Runnable call) {
        return add(new Listener(null, call));
    }

    /** Is called, at most once a second, when something has happened to this message. */
    public Watch one(UUID messageId, Runnable call) {
        return add(new Listener(messageId, call));
    }

    private Watch add(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        lookAtAll();
        lookAtSome();
    }

    private void lookAtAll() {
        if (listeners.stream().allMatch(listener -> listener.messageId() != null)) {
            told = null;
            return;
        }
        var before = told;
        var now = table.since(before == null ? table.now() : before.horizon());
        told = now;
        if (before != null && !before.ids().containsAll(now.ids())) {
            tell(listeners.stream().filter(listener -> listener.messageId() == null));
        }
    }

    private void lookAtSome() {
        var watched = listeners.stream()
                .flatMap(listener -> Stream.ofNullable(listener.messageId()))
                .collect(Collectors.toSet());
        var before = counted;
        counted = watched.isEmpty() ? Map.of() : table.events(watched);
        var now = counted;
        tell(listeners.stream()
                .filter(listener -> listener.messageId() != null && before.containsKey(listener.messageId()))
                .filter(listener -> !Objects.equals(before.get(listener.messageId()), now.get(listener.messageId()))));
    }

    private static void tell(Stream<Listener> told) {
        told.forEach(listener -> listener.call().run());
    }
}
