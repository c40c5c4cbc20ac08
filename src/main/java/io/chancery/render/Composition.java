package io.chancery.render;

import io.chancery.render.invoice.MachineInvoice;
import io.chancery.render.language.Markup;
import io.chancery.render.language.Run;
import io.chancery.render.language.Shape;
import io.chancery.render.letter.CopyNote;
import io.chancery.render.letter.Letter;
import io.chancery.render.words.PlainText;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Rendition;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Results;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One message composed for one channel: what a {@link ChannelRenderer} needs to make bytes of it. Each part is made when
 * it is asked for; every method may throw {@link RenderException}. For one thread, and for one rendition.
 */
public final class Composition {

    /** What layouts can name beyond what messages can. */
    static final Map<String, Shape> SHAPES = Map.of(
            "subject", Shape.PLAIN,
            "preheader", Shape.PLAIN,
            "body", Shape.PLAIN,
            "advertising", Shape.PLAIN,
            "letter", Letter.SHAPE);

    private final Channel channel;
    private final RenderRequest request;
    private final ParsedVersion version;
    private final BiFunction<Channel, RenderRequest, Rendition> renderer;
    private final Locale locale;
    private final Map<String, Object> values;
    private @Nullable Letter letter;
    private @Nullable Run message;
    private @Nullable Run sections;
    private @Nullable String text;

    /**
     * @param renderer renders the same request for another channel, to go along with this one
     */
    Composition(
            Channel channel,
            RenderRequest request,
            ParsedVersion version,
            BiFunction<Channel, RenderRequest, Rendition> renderer) {
        this.channel = channel;
        this.request = request;
        this.version = version;
        this.renderer = renderer;
        this.locale = request.locale();
        this.values = new MessageModel(request, version).values(channel);
    }

    public Channel channel() {
        return channel;
    }

    public RenderRequest request() {
        return request;
    }

    /** The message's language as it is written where the customer lives. */
    public Locale locale() {
        return locale;
    }

    /** What is decided about the letter, whatever the channel. */
    public Letter letter() {
        if (letter == null) {
            letter = Letter.of(request, this::line);
        }
        return letter;
    }

    /**
     * One line of plain text: the {@code {#subject}} of the message, or the template's title if it has none. That it is only
     * tried stands before it.
     */
    public String subject() {
        var own = PlainText.line(message().subject());
        var subject = own.isEmpty() ? request.template().settings().title().getOrDefault(request.language(), "") : own;
        return request.isTest() && !subject.isEmpty() ? "[TEST] " + subject : subject;
    }

    /** One line of plain text for the inbox to show after the subject; empty if the message has none. */
    public String preheader() {
        return PlainText.line(message().preheader());
    }

    /** The message for this channel as HTML, every value escaped, without a layout. A copy begins with what it is, but in print. */
    public String body() {
        return String.join("", pieces());
    }

    /** The {@link #body()} as it was put together: what stands in templates, and values, in turn. */
    public List<String> pieces() {
        return copyNote()
                .map(note -> new Element("p").addClass("copy").text(note).outerHtml() + "\n")
                .map(note -> Stream.concat(Stream.of(note), message().pieces().stream())
                        .toList())
                .orElseGet(() -> message().pieces());
    }

    /** A letter has it above the address. */
    private Optional<String> copyNote() {
        return channel.equals(Channel.PRINT) ? Optional.empty() : CopyNote.of(request);
    }

    /** The body as plain text: paragraphs as lines, links with their addresses, nothing escaped. */
    public String text() {
        if (text == null) {
            text = PlainText.of(body());
        }
        return text;
    }

    /** Whether nothing goes out but this channel's own sections: a text message that has some has no room for more. */
    public boolean isSectionAlone() {
        return channel.equals(Channel.SMS) && version.hasSection(request.language(), channel.name());
    }

    /**
     * Whether any of it is advertising. Then it says where that is objected to, each time (UWG § 7 (3) no. 4, GDPR Art. 21
     * (4)).
     */
    public boolean advertises() {
        return isMarketing()
                || (isSectionAlone() ? sections().sectionPromotes() : message().promotes());
    }

    /** The same of what goes along with it, by the channel that it is rendered for. */
    public boolean advertisesBeside(Channel other) {
        return new Composition(other, request, version, renderer).advertises();
    }

    private boolean isMarketing() {
        return request.template().settings().messageClass() == MessageClass.MARKETING;
    }

    /** What this channel's own sections say, alone, as plain text with its line breaks; nothing escaped. */
    public String section() {
        return copyNote().map(note -> note + "\n").orElse("")
                + PlainText.lines(sections().section());
    }

    /**
     * A layout of the brand with the message in it. A layout that ends in {@code .txt} gets {@link #text()} as
     * {@code {body}} and escapes nothing; any other gets {@link #body()}.
     */
    public String layout(String file) {
        return file.endsWith(".txt") ? layout(file, text()) : layout(file, new Markup(body()));
    }

    /** A layout of the brand, not {@code .txt}, with the message in it, as it was put together. */
    public List<String> pieces(String file) {
        var body = body();
        return run(file, new Markup(body)).pieces().stream()
                .flatMap(piece -> piece.equals(body) ? pieces().stream() : Stream.of(piece))
                .toList();
    }

    /** A plain text layout ({@code .txt}) of the brand with another text in it. */
    public String layout(String file, String text) {
        if (!file.endsWith(".txt")) {
            throw new IllegalArgumentException("Not a plain text layout: " + file);
        }
        return layout(file, (Object) text);
    }

    private String layout(String file, Object body) {
        return run(file, body).output();
    }

    private Run run(String file, Object body) {
        return version.layout(file, request.language(), this::newRun, new InLayout(body));
    }

    /** Renders a plain text of one line from the template's settings, such as the file name of an attachment. */
    public String line(String templateSource) {
        return version.line(templateSource, newRun(), values).output().strip();
    }

    /**
     * A file of the brand by its path under {@code assets/}. Not to be changed by the caller.
     */
    public byte[] asset(String path) {
        return Optional.ofNullable(request.template().brand().assets().get(path))
                .orElseThrow(() -> new RenderException(
                        "brands/" + request.template().brand().key() + "/assets/" + path + ": there is no such file"));
    }

    /** The invoice for machines, of the same figures; empty if the message is none. */
    public Optional<MachineInvoice> machineInvoice() {
        return MachineInvoice.of(request, values);
    }

    /** The same request for another channel, to go along with this one, such as the letter in an e-mail. */
    public Rendition rendition(Channel other) {
        if (other.equals(channel)) {
            throw new IllegalArgumentException("A rendition cannot contain itself");
        }
        return renderer.apply(other, request);
    }

    private Run message() {
        if (message == null) {
            message = version.message(request.language(), this::newRun, values);
        }
        return message;
    }

    private Run sections() {
        if (sections == null) {
            sections = version.sections(request.language(), channel.name(), newRun(), values);
        }
        return sections;
    }

    private Run newRun() {
        return new Run(channel.name(), locale, isMarketing() || request.reader().advertised());
    }

    /** What a layout can name. What it does not name is not made. */
    private final class InLayout implements Mapper {

        private final Object body;

        InLayout(Object body) {
            this.body = body;
        }

        @Override
        public Object get(String name) {
            return switch (name) {
                case "subject" -> subject();
                case "preheader" -> preheader();
                case "body" -> body;
                case "advertising" -> advertises();
                case "letter" -> letter().values();
                default -> values.containsKey(name) ? values.get(name) : Results.NotFound.from(name);
            };
        }
    }
}
