package io.chancery.web.message;

import io.chancery.message.MessageFeed.Watch;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The pages that are open somewhere and follow what happens. Each is let go after some minutes; a browser comes back by
 * itself, and is asked anew who it is.
 */
@ApplicationScoped
public class Followers {

    private static final int MOST = 500;
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final long COMES_BACK_AFTER = Duration.ofSeconds(5).toMillis();

    private final Clock clock;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    Followers(Clock clock) {
        this.clock = clock;
    }

    private record Follower(SseEventSink sink, Sse sse, Watch watch, Instant since) {

        void end() {
            watch.close();
            sink.close();
        }
    }

    /** @param watch begins to watch, and is given what to call then */
    public void add(SseEventSink sink, Sse sse, Function<Runnable, Watch> watch) {
        if (followers.size() >= MOST) {
            sink.close();
            return;
        }
        sink.send(sse.newEventBuilder()
                .comment("follows")
                .reconnectDelay(COMES_BACK_AFTER)
                .build());
        var started = watch.apply(() -> tell(sink, sse.newEvent("changed")));
        followers.add(new Follower(sink, sse, started, clock.instant()));
    }

    /** Finds out who has gone, and keeps proxies from taking silence for the end. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        var oldest = clock.instant().minus(LIFE);
        for (var follower : followers) {
            if (follower.sink().isClosed() || follower.since().isBefore(oldest)) {
                followers.remove(follower);
                follower.end();
            } else {
                tell(
                        follower.sink(),
                        follower.sse().newEventBuilder().comment("on").build());
            }
        }
    }

    /** One that has gone, which shows only when it is told something, keeps nobody from telling the others. */
    private static void tell(SseEventSink sink, OutboundSseEvent event) {
        try {
            if (!sink.isClosed()) {
                sink.send(event);
            }
        } catch (IllegalStateException closedMeanwhile) {
            sink.close();
        }
    }
}
