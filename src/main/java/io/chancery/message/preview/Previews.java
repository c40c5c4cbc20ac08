package io.chancery.message.preview;

import io.chancery.message.compose.OptOuts;
import io.chancery.message.plan.Advertising;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes previews: the same code renders them as renders what is sent. */
@ApplicationScoped
class Previews {

    private final Samples samples;
    private final Renderer renderer;
    private final Screens screens;
    private final OptOuts optOuts;
    private final Foresight foresight;

    Previews(Samples samples, Renderer renderer, Screens screens, OptOuts optOuts, Foresight foresight) {
        this.samples = samples;
        this.renderer = renderer;
        this.screens = screens;
        this.optOuts = optOuts;
        this.foresight = foresight;
    }

    /**
     * A message as one channel has it.
     *
     * @param advertising null if it promotes nothing
     */
    private record View(RenderRequest request, @Nullable String advertising) {}

    Preview preview(String template, PreviewRequest asked) {
        var sample = samples.choose(template, asked);
        var request = optOuts.sample(screens.sample(sample.request()));
        var shown = new LinkedHashMap<String, Shown>();
        var problems = new ArrayList<Problem>();
        Function<Channel, View> views = channel -> view(channel, request, sample.customerId(), asked.advertising());
        var proofs = renderer.proofs();
        for (var channel : channels()) {
            show(proofs, channel, views, shown, problems);
        }
        if (shown.values().stream().anyMatch(one -> request.isLinkedFrom(one.rendition()))) {
            show(proofs, Channel.SCREEN, views, shown, problems);
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

    private View view(
            Channel channel, RenderRequest request, @Nullable UUID customerId, @Nullable Boolean advertising) {
        if (!renderer.promotes(request)) {
            return new View(request, null);
        }
        var said = advertising == null
                ? foresight.advertising(channel, request, customerId)
                : new Advertising(advertising, "as asked for");
        return new View(request.advertised(said.shown()), said.toString());
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

    private static void show(
            Renderer.Proofs proofs,
            Channel channel,
            Function<Channel, View> views,
            LinkedHashMap<String, Shown> shown,
            List<Problem> problems) {
        try {
            var view = views.apply(channel);
            var proof = proofs.of(channel, view.request());
            shown.put(channel.name(), Shown.of(proof.rendition(), view.advertising()));
            Stream.concat(proof.faults().stream(), proof.problems().stream())
                    .forEach(problem -> problems.add(new Problem(channel.name(), problem)));
        } catch (RenderException impossible) {
            problems.add(new Problem(
                    channel.name(), Objects.requireNonNullElse(impossible.getMessage(), "cannot be rendered")));
        }
    }
}
