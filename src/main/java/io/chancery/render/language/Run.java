package io.chancery.render.language;

import io.chancery.render.format.Formats;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One rendering of one template: what goes in, what it may use up, and what comes out. Qute never interrupts a rendering, so
 * every loop, include and piece of output pays here, and a template that multiplies work comes to an end. Used once.
 */
public final class Run {

    /** Under this name the resolution context knows how the reader writes figures. */
    public static final String FORMATS = "formats";

    private static final String RUN = "run";

    private static final int LOOKED_AT_IN_A_STEP = 10;
    private static final int ITEMS = 20_000;
    private static final int STEPS = 500_000;
    private static final int CHARACTERS = 2_000_000;

    /** Of opening and closing tags: each element costs whoever reads the text a hundred times what it cost to write. */
    private static final int TAGS = 120_000;

    private final Said output = new Said();
    private final Map<String, Said> captured = new HashMap<>();
    private final String channel;
    private final Locale locale;
    private final boolean advertised;
    private boolean promoting;
    private int items = ITEMS;
    private int steps = STEPS;
    private int characters = CHARACTERS;
    private int tags = TAGS;

    /** Text that has been said. */
    static final class Said {

        private final List<String> pieces = new ArrayList<>();
        private boolean promotes;

        String text() {
            return String.join("", pieces);
        }

        /** Whether any of it is advertising. */
        boolean promotes() {
            return promotes;
        }
    }

    /**
     * @param channel whose sections appear
     * @param advertised whether {@code {#promote}} appears
     */
    public Run(String channel, Locale locale, boolean advertised) {
        this.channel = channel;
        this.locale = locale;
        this.advertised = advertised;
    }

    /**
     * Renders a template; whatever is wrong comes out as Qute or a resolver threw it.
     *
     * @param values what it can name: a map, or a {@link io.quarkus.qute.Mapper}
     */
    public Run render(Template template, Object values) {
        template.instance()
                .data(values)
                .setAttribute(RUN, this)
                .setAttribute(FORMATS, Formats.of(locale))
                .consume(text -> append(output, text))
                .toCompletableFuture()
                .join();
        return this;
    }

    /** All that stands outside {@code {#subject}}, {@code {#preheader}} and outside the sections of other channels. */
    public String output() {
        return output.text();
    }

    /** The same as it was put together: what stands in the template, and values, in turn. */
    public List<String> pieces() {
        return Collections.unmodifiableList(output.pieces);
    }

    /** Whether any of the {@link #output()} is what the message promotes. */
    public boolean promotes() {
        return output.promotes();
    }

    /** What {@code {#subject}} captured, escaped like the rest. */
    public String subject() {
        return captured(CaptureSection.SUBJECT).text();
    }

    /** What {@code {#preheader}} captured, escaped like the rest. */
    public String preheader() {
        return captured(CaptureSection.PREHEADER).text();
    }

    /** What this channel's own sections gave, alone. */
    public String section() {
        return captured(channel).text();
    }

    /** Whether any of the {@link #section()} is what the message promotes. */
    public boolean sectionPromotes() {
        return captured(channel).promotes();
    }

    /** The rendering that a section or a value belongs to. */
    static Run of(ResolutionContext context) {
        return (Run) context.getAttribute(RUN);
    }

    /** Pays for one round of a loop whose body has so many nodes. */
    void item(int nodes) {
        if (--items < 0) {
            throw new Complaint("loops went through more than " + ITEMS + " items");
        }
        steps(nodes);
    }

    /** Pays for looking through a list. */
    public static void charge(EvalContext context, List<?> list) {
        ((Run) context.getAttribute(RUN)).steps(1 + list.size() / LOOKED_AT_IN_A_STEP);
    }

    void steps(int nodes) {
        steps -= nodes;
        if (steps < 0) {
            throw new Complaint("loops and blocks took more than " + STEPS + " steps");
        }
    }

    String channel() {
        return channel;
    }

    boolean isAdvertised() {
        return advertised;
    }

    /** What is said meanwhile is advertising. */
    void promote(Runnable saying) {
        boolean before = promoting;
        promoting = true;
        saying.run();
        promoting = before;
    }

    /** What a result says, to be judged before it is shown; paid for like output. */
    Said collect(ResultNode result) {
        var said = new Said();
        result.process(text -> append(said, text));
        return said;
    }

    void keep(String section, String text) {
        append(captured(section), text);
    }

    private Said captured(String section) {
        return captured.computeIfAbsent(section, name -> new Said());
    }

    private void append(Said target, String text) {
        characters -= text.length();
        if (characters < 0) {
            throw new Complaint("the text is longer than " + CHARACTERS + " characters");
        }
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            tags--;
        }
        if (tags < 0) {
            throw new Complaint("the text has more than " + TAGS + " tags");
        }
        target.pieces.add(text);
        target.promotes |= promoting && !text.isBlank();
    }
}
