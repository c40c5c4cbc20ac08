package io.chancery.render;

import io.chancery.render.ChannelRenderer.Proof;
import io.chancery.render.proof.ReadingEase;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes renditions. The one way to them: for preview, test and sending alike. */
@ApplicationScoped
public class Renderer {

    private final Map<Channel, ChannelRenderer> renderers;
    private final AuthorTemplateEngine engine;

    @Inject
    public Renderer(@All List<ChannelRenderer> renderers) {
        this.renderers =
                renderers.stream().collect(Collectors.toUnmodifiableMap(ChannelRenderer::channel, Function.identity()));
        this.engine = new AuthorTemplateEngine(this.renderers.keySet());
    }

    /** The channels that messages can be rendered for to reach a customer. */
    public Set<Channel> channels() {
        return renderers.keySet().stream()
                .filter(channel -> !channel.equals(Channel.SCREEN))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a version reads of the golden record, in any of its words and layouts. */
    public Set<Attribute> reads(TemplateVersion version) {
        return Stream.of(version.messages(), version.blocks(), version.brand().layouts())
                .flatMap(sources -> sources.values().stream())
                .flatMap(source -> CustomerModel.read(source).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A version, read once for all that is done with it. */
    ParsedVersion parsed(TemplateVersion version) {
        return engine.parsed(version);
    }

    /** Everything that a message can have a section for. */
    Set<Channel> sections() {
        return renderers.keySet();
    }

    /**
     * Makes the exact bytes that leave the house on a channel.
     *
     * @throws RenderException if template, data or channel make it impossible
     */
    public Rendition render(Channel channel, RenderRequest request) {
        return with(renderer(channel), compose(channel, request, this::beside), ChannelRenderer::render);
    }

    /** Proofs of one message on several channels: the letter that goes with the mail is the one that is printed. */
    public final class Proofs {

        private final Map<RenderRequest, Proof> letters = new IdentityHashMap<>();

        private final @Nullable Rendition enclosed;

        private Proofs(@Nullable Rendition enclosed) {
            this.enclosed = enclosed;
        }

        /**
         * Makes what leaves the house on a channel, and says what its author has to know of it.
         *
         * @throws RenderException if template, data or channel make it impossible
         */
        public Proof of(Channel channel, RenderRequest request) {
            return channel.equals(Channel.PRINT) ? letter(request) : made(channel, request);
        }

        private Proof letter(RenderRequest request) {
            var known = letters.get(request);
            var letter = known == null ? made(Channel.PRINT, request) : known;
            letters.put(request, letter);
            return letter;
        }

        private Proof made(Channel channel, RenderRequest request) {
            return with(renderer(channel), compose(channel, request, this::beside), ChannelRenderer::proof);
        }

        private Rendition beside(Channel channel, RenderRequest request) {
            if (enclosed != null && channel.equals(Channel.PRINT)) {
                return enclosed;
            }
            boolean same = channel.equals(Channel.PRINT)
                    && request.template().settings().letter().enclosures().isEmpty();
            return same ? letter(request).rendition() : Renderer.this.beside(channel, request);
        }
    }

    /** Begins proofs of one message. For one thread. */
    public Proofs proofs() {
        return proofs(null);
    }

    /**
     * The same.
     *
     * @param enclosed the letter that other channels enclose; null for this message's own
     */
    public Proofs proofs(@Nullable Rendition enclosed) {
        return new Proofs(enclosed);
    }

    /**
     * Whether a part of the message is advertising although the whole is not, so that it goes out with it or without.
     *
     * @throws RenderException if the message cannot be read
     */
    public boolean promotes(RenderRequest request) {
        return engine.parsed(request.template()).promotes(request.language());
    }

    /** How easily the message is read, in its longest form; empty if nobody can say. */
    public OptionalInt readingEase(RenderRequest request) {
        var composition = compose(Channel.EMAIL, request, this::beside);
        return ReadingEase.of(composition.text(), request.language());
    }

    /** What is wrong with the files of a version that a channel needs, however good its sources are. */
    List<String> faults(TemplateVersion version) {
        return renderers.values().stream()
                .flatMap(renderer -> renderer.faults(version).stream())
                .toList();
    }

    private Rendition beside(Channel channel, RenderRequest request) {
        return with(renderer(channel), compose(channel, request, this::beside), ChannelRenderer::renderBeside);
    }

    private ChannelRenderer renderer(Channel channel) {
        return Optional.ofNullable(renderers.get(channel))
                .orElseThrow(() -> new RenderException("There is no renderer for the channel " + channel));
    }

    private static <T> T with(
            ChannelRenderer renderer, Composition composition, BiFunction<ChannelRenderer, Composition, T> work) {
        try {
            return work.apply(renderer, composition);
        } catch (StackOverflowError tooDeep) {
            throw new RenderException(
                    "Template " + composition.request().template().key() + ": nested too deep to be rendered");
        }
    }

    private Composition compose(
            Channel channel, RenderRequest request, BiFunction<Channel, RenderRequest, Rendition> beside) {
        return new Composition(channel, request, engine.parsed(request.template()), beside);
    }
}
