package io.chancery.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.message.Previews.Preview.Problem;
import io.chancery.message.Previews.Preview.Shown;
import io.chancery.message.compose.OptOuts;
import io.chancery.message.plan.Advertising;
import io.chancery.message.preview.Foresight;
import io.chancery.message.preview.PreviewRequest;
import io.chancery.message.preview.RecentLetters;
import io.chancery.message.preview.Samples;
import io.chancery.message.screen.Screens;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.template.Specimen;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes previews: the same code renders them as renders what is sent. */
@ApplicationScoped
public class Previews {

    /** Sends what could be a message to whoever writes it, to be looked at where it will be read. */
    public interface Trials {

        /**
         * Whoever writes it.
         *
         * @param email null if it is not known
         * @param mobile E.164; null if it is not known
         */
        record Tester(
                UUID clientId,
                @Nullable String email,
                @Nullable String mobile) {}

        /** What becomes of one channel. */
        record Part(Channel channel, Outcome outcome) {

            public boolean isKept() {
                return outcome == Outcome.KEPT;
            }
        }

        /** What can become of a channel. */
        enum Outcome {
            /** On its way. */
            SENT,
            /** Archived, and there to be looked at: nobody prints it. */
            KEPT,
            /** The message does not go by this channel, or cannot be made for it. */
            NOT_CARRIED,
            /** Whoever writes it has no address for it. */
            NO_ADDRESS,
            /** Their address must not be used. */
            SUPPRESSED,
            /** Nothing is set up that would take it. */
            NO_PROVIDER
        }

        /** @param messageId null if nothing was sent at all */
        record Trial(@Nullable UUID messageId, List<Part> parts) {}

        /**
         * Archives and sends it: marked as a test, to no address but theirs, and with what tells who a real customer is masked.
         *
         * @param kept of what is kept, if for no other purpose
         * @param body as of a preview; which version it names counts for nothing
         * @throws io.chancery.platform.ProblemException if there is nothing to send
         */
        Trial send(Specimen kept, byte[] body, Tester tester);
    }

    private final Samples samples;
    private final Renderer renderer;
    private final Screens screens;
    private final OptOuts optOuts;
    private final Foresight foresight;
    private final RecentLetters letters;

    Previews(
            Samples samples,
            Renderer renderer,
            Screens screens,
            OptOuts optOuts,
            Foresight foresight,
            RecentLetters letters) {
        this.samples = samples;
        this.renderer = renderer;
        this.screens = screens;
        this.optOuts = optOuts;
        this.foresight = foresight;
        this.letters = letters;
    }

    /**
     * A message as each channel would carry it.
     *
     * @param version 0 for the draft
     * @param channels by name; a channel that cannot carry the message has a problem instead. With {@code screen}, the page
     *     that the text message leads to, if it does
     * @param readingEase 0, for specialists, to 100, for children (Flesch and its like); below 30 nobody likes to read; null if it
     *     cannot be said
     * @param plan the channels that would be used, in their order
     */
    public record Preview(
            String template,
            int version,
            String language,
            List<String> fixtures,
            Map<String, Shown> channels,
            List<Problem> problems,
            @Nullable Integer readingEase,
            List<Planned> plan) {

        /**
         * What would leave the house on one channel.
         *
         * @param bytes length of the content
         * @param envelope what the adapter is told, such as {@code pages}, {@code segments} or {@code subject}
         * @param content the exact bytes, Base64
         * @param advertising whether what the message promotes is in it, and why; null if it promotes nothing
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Shown(
                String mediaType,
                int bytes,
                Map<String, String> envelope,
                byte[] content,
                @Nullable String advertising) {

            static Shown of(Rendition rendition, @Nullable String advertising) {
                return new Shown(
                        rendition.mediaType(),
                        rendition.content().length,
                        rendition.envelope(),
                        rendition.content(),
                        advertising);
            }

            public Rendition rendition() {
                return Rendition.of(mediaType, content, envelope);
            }
        }

        /** What an author has to see to. */
        public record Problem(String channel, String detail) {}

        /**
         * What would become of one channel.
         *
         * @param use {@code first}, {@code fallback}, {@code unused} or {@code stopped}
         * @param reason a code from the closed list, and {@code why} in words; null unless stopped
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Planned(
                String channel, String use, @Nullable String reason, String why) {}
    }

    /**
     * What of a message is to be shown, and how.
     *
     * @param channels by name; none for all
     * @param masked whether a real customer is shown without what tells who it is
     * @param typing whether somebody waits for it at each key
     */
    public record Look(Set<String> channels, boolean masked, boolean typing) {

        /** All of it, as it is. */
        public static final Look WHOLE = new Look(Set.of(), false, false);

        private boolean has(Channel channel) {
            return channels.isEmpty() || channels.contains(channel.name());
        }
    }

    /**
     * A message as one channel has it.
     *
     * @param advertising null if it promotes nothing
     */
    private record View(RenderRequest request, @Nullable String advertising) {}

    /**
     * A message as it would be, for the body of a request.
     *
     * @throws io.chancery.platform.ProblemException if there is nothing to show
     */
    public Preview preview(String template, byte[] body) {
        var asked = PreviewRequest.read(body);
        return preview(samples.choose(template, asked), asked, Look.WHOLE);
    }

    /**
     * The same of a version that need not be kept anywhere.
     *
     * @param body as of a request; which version it names counts for nothing
     */
    public Preview preview(Specimen specimen, byte[] body, Look look) {
        var asked = PreviewRequest.read(body);
        return preview(samples.choose(specimen, asked, look.masked()), asked, look);
    }

    private Preview preview(Samples.Sample sample, PreviewRequest asked, Look look) {
        var request = optOuts.sample(screens.sample(sample.request()));
        var shown = new LinkedHashMap<String, Shown>();
        var problems = new ArrayList<Problem>();
        Function<Channel, View> views = channel -> view(channel, request, sample.customerId(), asked.advertising());
        boolean recent = look.typing() && sample.customerId() == null;
        var proofs = proofs(request, recent && !look.has(Channel.PRINT));
        for (var channel : channels(look)) {
            show(proofs, channel, views, shown, problems);
        }
        if (recent) {
            Optional.ofNullable(shown.get(Channel.PRINT.name()))
                    .ifPresent(letter -> letters.keep(request, letter.rendition()));
        }
        if (shown.values().stream().anyMatch(one -> request.isLinkedFrom(one.rendition()))) {
            show(proofs, Channel.SCREEN, views, shown, problems);
        }
        return new Preview(
                request.template().key(),
                request.template().number(),
                request.language(),
                List.copyOf(sample.fixtures()),
                shown,
                problems,
                look.has(Channel.EMAIL) ? readingEase(request) : null,
                foresight.plan(request, sample.customerId()));
    }

    /** @param recent whether a mail may enclose the letter that was shown last */
    private Renderer.Proofs proofs(RenderRequest request, boolean recent) {
        return renderer.proofs(recent ? letters.find(request) : null);
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

    private List<Channel> channels(Look look) {
        return renderer.channels().stream()
                .filter(look::has)
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
