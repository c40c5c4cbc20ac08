package io.chancery.web.author.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.message.Previews;
import io.chancery.message.Previews.Look;
import io.chancery.message.Previews.Preview;
import io.chancery.message.Previews.Preview.Problem;
import io.chancery.message.Previews.Preview.Shown;
import io.chancery.platform.ProblemException;
import io.chancery.render.PagePictures;
import io.chancery.render.Vocabulary;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Specimen;
import io.chancery.template.Workshop;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.sms.SmsText;
import io.chancery.web.Reader;
import io.chancery.web.author.Bench;
import io.chancery.web.author.Forms;
import io.chancery.web.author.preview.Sighting.Judgement;
import io.chancery.web.author.preview.Sighting.Letter;
import io.chancery.web.author.preview.Sighting.Mail;
import io.chancery.web.author.preview.Sighting.Sms;
import io.chancery.web.rendition.MailView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at what is typed, on the channels that are asked for. */
@ApplicationScoped
class Sightings {

    /** Nobody turns so many leaves while typing. */
    private static final int MOST_PAGES = 8;

    private final Workshop workshop;
    private final Previews previews;
    private final Published published;
    private final PagePictures pictures;
    private final Vocabulary vocabulary;
    private final AuthorConfig config;

    Sightings(
            Workshop workshop,
            Previews previews,
            Published published,
            PagePictures pictures,
            Vocabulary vocabulary,
            AuthorConfig config) {
        this.workshop = workshop;
        this.previews = previews;
        this.published = published;
        this.pictures = pictures;
        this.vocabulary = vocabulary;
        this.config = config;
    }

    /** @param body {@code files} by path, {@code template}, {@code order} and {@code channels} */
    Sighting of(SourceKey source, JsonNode body, Reader reader) {
        var typed = new HashMap<String, String>();
        body.path("files")
                .properties()
                .forEach(file -> typed.put(file.getKey(), file.getValue().asText()));
        var sketch = workshop.sketch(
                source, typed, template(source, body.path("template").asText()));
        var specimen = sketch.specimen();
        if (specimen == null) {
            return new Sighting(faults(sketch, reader), List.of(), "", null, null, null, null);
        }
        var channels = new HashSet<String>();
        body.path("channels").forEach(channel -> channels.add(channel.asText()));
        try {
            boolean masked = Bench.isMasked(reader);
            var order = order(body.path("order"));
            var preview = previews.preview(specimen, order, new Look(Set.copyOf(channels), masked, true));
            var problems = new ArrayList<>(preview.problems());
            problems.addAll(published.growth(specimen.version().key(), preview, order, masked));
            problems.addAll(published.leftBehind(specimen));
            return sighting(sketch, preview, problems, reader);
        } catch (ProblemException nothing) {
            var why = nothing.faults().stream()
                    .map(fault -> fault.pointer() + " " + ProblemWords.of(fault.detail(), reader.language()))
                    .collect(Collectors.joining("; "));
            return new Sighting(faults(sketch, reader), List.of(), why, null, null, null, null);
        }
    }

    private static String template(SourceKey source, String asked) {
        return source.kind() == Kind.TEMPLATE ? source.key() : asked;
    }

    private static byte[] order(JsonNode order) {
        return Forms.bytes(order.isObject() ? (ObjectNode) order : JsonNodeFactory.instance.objectNode());
    }

    private Sighting sighting(Workshop.Sketch sketch, Preview preview, List<Problem> problems, Reader reader) {
        return new Sighting(
                faults(sketch, reader),
                problems.stream()
                        .map(problem ->
                                new Problem(problem.channel(), ProblemWords.of(problem.detail(), reader.language())))
                        .toList(),
                null,
                letter(preview.channels().get(Channel.PRINT.name())),
                mail(preview.channels().get(Channel.EMAIL.name())),
                sms(preview.channels().get(Channel.SMS.name()), reader),
                new Judgement(preview.readingEase(), preview.language(), preview.plan()));
    }

    private static List<SourceFault> faults(Workshop.Sketch sketch, Reader reader) {
        return sketch.faults().stream()
                .map(fault -> new SourceFault(
                        fault.file(),
                        fault.line(),
                        fault.column(),
                        fault.pointer(),
                        ProblemWords.of(fault.detail(), reader.language())))
                .toList();
    }

    private @Nullable Letter letter(@Nullable Shown shown) {
        if (shown == null || !(shown.rendition() instanceof Rendition.Document letter)) {
            return null;
        }
        var pages = pictures.of(letter, MOST_PAGES);
        var first = pages.get(0);
        return new Letter(
                pages,
                Integer.parseInt(letter.envelope().getOrDefault("pages", "1")),
                pictures.zones(letter, first.width(), first.height()));
    }

    private static @Nullable Mail mail(@Nullable Shown shown) {
        if (shown == null || !(shown.rendition() instanceof Rendition.Mail mail)) {
            return null;
        }
        var view = MailView.of(mail);
        return new Mail(
                view.from(),
                view.to(),
                view.subject(),
                view.attachments(),
                view.html(),
                view.plainText(),
                view.html().getBytes(StandardCharsets.UTF_8).length);
    }

    private @Nullable Sms sms(@Nullable Shown shown, Reader reader) {
        if (shown == null || !(shown.rendition() instanceof Rendition.Text sent)) {
            return null;
        }
        var text = SmsText.of(new String(sent.content(), StandardCharsets.UTF_8));
        return new Sms(
                sent.envelope().getOrDefault("from", ""),
                sent.envelope().getOrDefault("to", ""),
                text.text(),
                text.segments().stream().map(SmsText.Segment::text).toList(),
                text.encoding().name().replace('_', '-'),
                text.text().codePointCount(0, text.text().length()),
                cost(text.segments().size(), reader));
    }

    private String cost(int segments, Reader reader) {
        if (config.segmentPrice().signum() == 0) {
            return "";
        }
        var format = NumberFormat.getCurrencyInstance(reader.locale());
        format.setCurrency(Currency.getInstance(config.currency()));
        format.setMaximumFractionDigits(
                Math.max(2, config.segmentPrice().stripTrailingZeros().scale()));
        return format.format(config.segmentPrice().multiply(BigDecimal.valueOf(segments)));
    }

    PreviewFrames.Words words(SourceKey source, String asked, String language) {
        var specimen = workshop.sketch(source, java.util.Map.of(), template(source, asked))
                .specimen();
        var blocks = workshop.list(Kind.BLOCK).stream()
                .filter(block -> block.live() != null)
                .map(block -> block.source().key())
                .toList();
        return new PreviewFrames.Words(
                specimen == null
                        ? new Vocabulary.Words(List.of(), java.util.Map.of(), List.of())
                        : vocabulary.of(specimen.version(), language(specimen, language)),
                blocks);
    }

    private static String language(Specimen specimen, String asked) {
        return Objects.requireNonNull(specimen.version().languageFor(asked));
    }
}
