package io.chancery.platform;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Whoever waits in a test looks soon and often at first, and then every tenth of a second, as Awaitility does from the
 * beginning. Both kinds of tests have an Awaitility of their own, so each is told.
 */
public final class Watchfulness implements LauncherSessionListener, QuarkusTestBeforeClassCallback {

    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(100);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        begin();
    }

    @Override
    public void beforeClass(Class<?> test) {
        begin();
    }

    private static void begin() {
        Awaitility.setDefaultPollDelay(FIRST);
        Awaitility.setDefaultPollInterval(new IterativePollInterval(Watchfulness::longer, FIRST));
    }

    private static Duration longer(Duration last) {
        var twice = last.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }
}
