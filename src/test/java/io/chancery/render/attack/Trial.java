package io.chancery.render.attack;

import com.sun.management.ThreadMXBean;
import io.chancery.render.ChannelRenderer;
import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.email.EmailRendererAccess;
import io.chancery.render.print.PrintRendererAccess;
import io.chancery.render.sms.SmsRendererAccess;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What came of rendering a message for one channel, by the real renderers and on a thread as the application has them.
 *
 * @param rendition null if it was refused
 * @param refusal in words; null if it was not
 * @param cpu of the thread
 * @param allocated bytes, all in all, most of them soon free again
 */
record Trial(
        Channel channel,
        @Nullable Rendition rendition,
        @Nullable String refusal,
        Duration cpu,
        long allocated) {

    /** In seconds by the clock, which goes on while others have the processor. */
    private static final int PATIENCE = 60;

    static final List<Channel> CHANNELS = List.of(Channel.PRINT, Channel.EMAIL, Channel.SMS);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<ChannelRenderer> RENDERERS =
            List.of(PrintRendererAccess.create(), EmailRendererAccess.create(), SmsRendererAccess.create());

    /** A thread of its own, because the one that runs the tests has a larger stack. */
    static Trial of(Channel channel, RenderRequest request) {
        var trial = new CompletableFuture<Trial>();
        var thread = new Thread(() -> {
            try {
                trial.complete(here(channel, request));
            } catch (RuntimeException | Error unexpected) {
                trial.completeExceptionally(unexpected);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return trial.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        } catch (CompletionException unexpected) {
            throw new AssertionError(channel + ": neither rendered nor refused", unexpected.getCause());
        }
    }

    private static Trial here(Channel channel, RenderRequest request) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        Rendition rendition = null;
        String refusal = null;
        try {
            rendition = Messages.rendered(request, channel, RENDERERS);
        } catch (RenderException refused) {
            refusal = Objects.requireNonNullElse(refused.getMessage(), "");
        }
        return new Trial(
                channel,
                rendition,
                refusal,
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu),
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }
}
