package io.chancery.bench.render;

import com.sun.management.ThreadMXBean;
import io.chancery.render.Renderer;
import io.chancery.vocabulary.Channel;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Measures Chancery where it has no peers: mail, text messages, the preview of all channels, memory, and two threads. */
final class Channels {

    private static final String PAGE = "https://post.example.org/d/SampLeSampLeSampL";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int BATCH = 1_000;

    private final Renderer renderer;
    private int number = 1_000_000;

    Channels(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Each sample twice, because code is still compiled the first time. */
    void twoThreads(Duration time) throws Exception {
        for (var sample : Sample.values()) {
            perSecondOnTwoThreads(sample, time);
            print(sample.title() + ", two threads, documents/s", perSecondOnTwoThreads(sample, time));
        }
    }

    private double perSecondOnTwoThreads(Sample sample, Duration time) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        long start = System.nanoTime();
        Callable<Integer> printing = () -> printUntil(sample, start + time.toNanos());
        int documents = 0;
        for (var printed : threads.invokeAll(List.of(printing, printing))) {
            documents += printed.get();
        }
        threads.shutdown();
        return documents * 1e9 / (System.nanoTime() - start);
    }

    private int printUntil(Sample sample, long end) {
        int documents = 0;
        do {
            renderer.render(Channel.PRINT, sample.request(documents));
            documents++;
        } while (System.nanoTime() < end);
        return documents;
    }

    /** A message in which nothing is attached, to somebody else and with other figures each time. */
    void messages(int renders) {
        for (var channel : List.of(Channel.EMAIL, Channel.SMS)) {
            perSecondOfProcessor(channel, renders);
            print(channel.name() + " renders/s of a processor", perSecondOfProcessor(channel, renders));
        }
    }

    private double perSecondOfProcessor(Channel channel, int renders) {
        long took = 0;
        for (int done = 0; done < renders; done += BATCH) {
            var requests = IntStream.range(0, BATCH)
                    .mapToObj(i -> Sample.message(number++))
                    .toList();
            long start = THREADS.getCurrentThreadCpuTime();
            requests.forEach(request -> renderer.render(channel, request));
            took += THREADS.getCurrentThreadCpuTime() - start;
        }
        return renders * 1e9 / took;
    }

    /** All channels of an invoice of two pages, with what an author should see to. */
    void preview(int times) {
        long[] clock = new long[times];
        for (int i = 0; i < times; i++) {
            var request = Sample.twoPages(number++).withLink(PAGE);
            long start = System.nanoTime();
            var proofs = renderer.proofs();
            for (var channel : List.of(Channel.PRINT, Channel.EMAIL, Channel.SMS)) {
                proofs.of(channel, request);
            }
            clock[i] = System.nanoTime() - start;
        }
        Arrays.sort(clock);
        print("preview of all channels, p50 ms", clock[times / 2] / 1e6);
        print("preview of all channels, p95 ms", clock[times * 95 / 100] / 1e6);
    }

    void memory(int renders) {
        var heap = new ArrayList<String>();
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i <= renders; i++) {
            if (i % Math.max(1, renders / 5) == 0) {
                heap.add(String.format(Locale.ROOT, "%.1f", usedHeap() / 1e6));
            }
            renderer.render(Channel.PRINT, Sample.SHORT_INVOICE.request(number++));
        }
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
        print("MB allocated per letter", bytes / 1e6 / renders);
        System.out.println("MB of heap in use over " + renders + " letters: " + heap);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-48s %,12.1f%n", what, value);
    }
}
