package io.chancery.render.language;

import io.chancery.render.format.Formats;
import io.quarkus.qute.Template;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One rendering of one template: what goes in, what it may use up, and what comes out. Used once. */
public final class Run {

    static final String RUN = "run";
    static final String BUDGET = "budget";
    public static final String FORMATS = "formats";

    private final Budget budget = new Budget();
    private final StringBuilder output = new StringBuilder();
    private final Map<String, StringBuilder> captured = new HashMap<>();
    private final String channel;
    private final Locale locale;

    /**
     * @param channel whose sections appear
     */
    public Run(String channel, Locale locale) {
        this.channel = channel;
        this.locale = locale;
    }

    /** Renders the template with these values; whatever is wrong comes out as Qute or a resolver threw it. */
    public Run of(Template template, Map<String, Object> values) {
        template.instance()
                .data(values)
                .setAttribute(RUN, this)
                .setAttribute(BUDGET, budget)
                .setAttribute(FORMATS, Formats.of(locale))
                .consume(text -> append(output, text))
                .toCompletableFuture()
                .join();
        return this;
    }

    /** All that stands outside {@code {#subject}}, {@code {#preheader}} and outside the sections of other channels. */
    public String output() {
        return output.toString();
    }

    /** What {@code {#subject}} captured, escaped like the rest. */
    public String subject() {
        return captured(CaptureSection.SUBJECT);
    }

    /** What {@code {#preheader}} captured, escaped like the rest. */
    public String preheader() {
        return captured(CaptureSection.PREHEADER);
    }

    /** What this channel's own sections gave, alone. */
    public String section() {
        return captured(channel);
    }

    String channel() {
        return channel;
    }

    void keep(String section, String text) {
        append(captured.computeIfAbsent(section, name -> new StringBuilder()), text);
    }

    private String captured(String section) {
        var text = captured.get(section);
        return text == null ? "" : text.toString();
    }

    private void append(StringBuilder target, String text) {
        budget.output(text.length());
        target.append(text);
    }
}
