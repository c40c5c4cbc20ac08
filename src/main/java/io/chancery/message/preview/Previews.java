package io.chancery.message.preview;

import io.chancery.message.preview.Preview.Problem;
import io.chancery.message.preview.Preview.Shown;
import io.chancery.message.screen.Screens;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes previews: the same code renders them as renders what is sent. */
@ApplicationScoped
class Previews {

    private final Samples samples;
    private final Renderer renderer;
    private final Screens screens;
    private final Foresight foresight;

    Previews(Samples samples, Renderer renderer, Screens screens, Foresight foresight) {
        this.samples = samples;
        this.renderer = renderer;
        this.screens = screens;
        this.foresight = foresight;
    }

    Preview preview(String template, PreviewRequest asked) {
        var sample = samples.choose(template, asked);
        var request = screens.sample(sample.request());
        var shown = new LinkedHashMap<String, Shown>();
        var problems = new ArrayList<Problem>();
        for (var channel : channels()) {
            show(channel, request, shown, problems);
        }
        if (shown.values().stream().anyMatch(one -> request.isLinkedFrom(one.rendition()))) {
            show(Channel.SCREEN, request, shown, problems);
        }
        return new Preview(
                template,
                request.template().number(),
                request.language(),
                List.copyOf(sample.fixtures()),
                shown,
                problems,
                readingEase(request),
                foresight.plan(request, sample.customerId()));
    }

    private @Nullable Integer readingEase(RenderRequest request) {
        try {
            var ease = renderer.readingEase(request);
            return ease.isPresent() ? ease.getAsInt() : null;
        } catch (RenderException impossible) {
            return null;
        }
    }

    private List<Channel> channels() {
        return renderer.channels().stream()
                .sorted(Comparator.comparing(Channel::name))
                .toList();
    }

    private void show(
            Channel channel, RenderRequest request, LinkedHashMap<String, Shown> shown, List<Problem> problems) {
        try {
            shown.put(channel.name(), Shown.of(renderer.render(channel, request)));
            renderer.faults(channel, request).forEach(fault -> problems.add(new Problem(channel.name(), fault)));
            renderer.problems(channel, request).forEach(problem -> problems.add(new Problem(channel.name(), problem)));
        } catch (RenderException impossible) {
            problems.add(new Problem(
                    channel.name(), Objects.requireNonNullElse(impossible.getMessage(), "cannot be rendered")));
        }
    }
}
