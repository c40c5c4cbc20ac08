package io.chancery.message.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chancery.archive.Archive;
import io.chancery.archive.NewDocument;
import io.chancery.archive.NewDocument.Part;
import io.chancery.message.compose.ComposeInput.Item;
import io.chancery.platform.IdGenerator;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.Renderer;
import io.chancery.render.SampleRequest;
import io.chancery.template.Specimens;
import io.chancery.template.TemplateVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Shows the archive what messages of one version have in common: a fixture of the template, rendered as they are. Logo,
 * fonts, letterhead and standing words are then stored once, and not with every message.
 */
@ApplicationScoped
class Likenesses {

    /** With so many documents of a kind it pays to store what they have in common. */
    private static final int MANY = 20;

    private static final Logger LOG = Logger.getLogger(Likenesses.class);

    private final Archive archive;
    private final Specimens specimens;
    private final Renderer renderer;
    private final IdGenerator ids;
    private final Clock clock;
    private final Cache<String, AtomicInteger> met =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Likenesses(Archive archive, Specimens specimens, Renderer renderer, IdGenerator ids, Clock clock) {
        this.archive = archive;
        this.specimens = specimens;
        this.renderer = renderer;
        this.ids = ids;
        this.clock = clock;
    }

    /** What resembles a delivery: version, channel and language. */
    static String kind(Item item) {
        return "%s %s %s"
                .formatted(
                        item.version().id(),
                        item.delivery().channel().name(),
                        item.reader().language());
    }

    /** All that a message was made of, as it was then, by name. */
    static Map<String, Object> used(
            TemplateVersion version, String reference, JsonNode data, Reader reader, Map<String, String> decisions) {
        return Map.of(
                "template",
                version.key(),
                "version",
                version.number(),
                "brand",
                version.brand().key(),
                "brandVersion",
                version.brand().number(),
                "reference",
                reference,
                "data",
                data,
                "customer",
                reader,
                "decisions",
                decisions);
    }

    /** Of what was rendered just now; without a fixture that can be, too, its documents are stored whole. */
    void meet(Item item, Map<String, String> decisions) {
        var kind = kind(item);
        if (Objects.requireNonNull(met.get(kind, first -> new AtomicInteger())).incrementAndGet() != MANY) {
            return;
        }
        try {
            if (!archive.knows(kind)) {
                learn(item, kind, decisions);
            }
        } catch (RuntimeException e) {
            LOG.infof(
                    "Messages of template %s, version %d, are archived whole, as no fixture could be rendered: %s",
                    item.version().key(), item.version().number(), e.getClass().getName());
        }
    }

    private void learn(Item item, String kind, Map<String, String> decisions) {
        var version = item.version();
        var language = item.reader().language();
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var request = specimens.version(version.key(), version.number()).fixtures().values().stream()
                .map(fixture -> SampleRequest.of(version, fixture, today))
                .filter(sample -> sample.reader().language().equals(language))
                .findFirst();
        if (request.isPresent()) {
            var sample = request.get();
            var id = ids.next();
            archive.learn(new NewDocument(
                    id,
                    id,
                    Part.SENT,
                    renderer.render(item.delivery().channel(), sample),
                    used(version, sample.reference(), sample.data(), sample.reader(), decisions),
                    kind));
        }
    }
}
