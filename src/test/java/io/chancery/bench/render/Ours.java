package io.chancery.bench.render;

import io.chancery.render.Renderer;
import io.chancery.vocabulary.Channel;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Chancery on one thread: tagged PDF/A-3a and PDF/UA-1, invoices with the invoice for software inside. */
record Ours(Renderer renderer) implements Contender {

    @Override
    public String name() {
        return "Chancery";
    }

    @Override
    public byte[] print(Sample sample, int number) {
        return renderer.render(Channel.PRINT, sample.request(number)).content();
    }

    @Override
    public Duration processorTime() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Override
    public boolean isCompiledMeanwhile() {
        return true;
    }
}
