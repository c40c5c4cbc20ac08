package io.chancery.render.print.style;

import io.chancery.render.RenderException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * What the layout of one letter may use up. A few characters of style can ask for millions of pages, and nothing stops the
 * library once it has begun, so it pays for each page, style and width here. For one letter and one thread.
 */
public final class Allowance {

    /** The layout drops pages that stay empty. */
    private static final int LAID_OUT_FOR_A_PAGE = 2;

    private static final int CHARACTERS = 20_000_000;

    /** An honest style sheet adds a bullet here and a colon there. */
    private static final int GENERATED = 500_000;

    /** On the processor. Honest letters take a hundredth of it, but the first ones after a start take longer. */
    private static final Duration TIME = Duration.ofSeconds(15);

    private static final int BETWEEN_LOOKS = 4096;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long start = THREADS.getCurrentThreadCpuTime();
    private final int mostPages;
    private int pages;
    private int characters = CHARACTERS;
    private int generated = GENERATED;
    private int requests;

    public Allowance(int mostPages) {
        this.mostPages = mostPages;
        this.pages = LAID_OUT_FOR_A_PAGE * mostPages;
    }

    void page() {
        if (--pages < 0) {
            throw new RenderException("The letter has more than " + mostPages + " pages");
        }
        request();
    }

    void style() {
        request();
    }

    /** Pays for so many that a style adds to the text. */
    void generated(int count) {
        generated -= count;
        if (generated < 0) {
            throw new RenderException("The styles add more than " + GENERATED + " characters to the letter");
        }
    }

    /** Pays for measuring so many. */
    public void characters(int count) {
        characters -= count;
        if (characters < 0) {
            throw new RenderException("The letter has too much text, or a style that repeats it");
        }
        request();
    }

    private void request() {
        if (++requests % BETWEEN_LOOKS == 0 && THREADS.getCurrentThreadCpuTime() - start > TIME.toNanos()) {
            throw new RenderException("The letter takes longer than " + TIME.toSeconds() + " s to be laid out");
        }
    }
}
