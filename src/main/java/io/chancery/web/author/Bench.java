package io.chancery.web.author;

import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import io.chancery.template.Workshop.Sources;
import io.chancery.template.Workshop.Use;
import io.chancery.web.Reader;
import io.chancery.web.author.WorkshopPage.Asset;
import io.chancery.web.author.WorkshopPage.Context;
import io.chancery.web.author.WorkshopPage.Done;
import io.chancery.web.author.WorkshopPage.TextFile;
import io.chancery.web.rendition.FileSize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts together what the workshop shows. */
@ApplicationScoped
public class Bench {

    private static final Pattern MESSAGE = Pattern.compile("message\\.([a-z]{2})\\.html");
    private static final Pattern FIXTURE = Pattern.compile("fixtures/(.+)\\.json");
    private static final Pattern PICTURE = Pattern.compile(".+\\.(svg|png|jpe?g)");
    private static final Set<String> SEE_PEOPLE = Set.of("agent", "steward", "compliance", "admin");

    private final Workshop workshop;
    private final Titles titles;
    private final SecureRandom random = new SecureRandom();

    Bench(Workshop workshop, Titles titles) {
        this.workshop = workshop;
        this.titles = titles;
    }

    /**
     * What was asked to be seen.
     *
     * @param file the one that is open; empty for the first
     * @param template by which a part is shown; empty for the first that uses it
     */
    record Wish(String file, String template, @Nullable String notice) {

        private static final Wish NONE = new Wish("", "", null);
    }

    WorkshopPage page(SourceKey source, Reader reader, Wish wish) {
        return page(known(source), reader, wish, Done.notice(wish.notice()));
    }

    /** The same with what is not kept, and with what became of that. */
    WorkshopPage typed(SourceKey source, Reader reader, Map<String, byte @Nullable []> typed, Done done) {
        return page(with(source, typed), reader, Wish.NONE, done);
    }

    private Sources with(SourceKey source, Map<String, byte @Nullable []> typed) {
        var kept = workshop.sources(source);
        typed.forEach((path, content) -> {
            if (content != null) {
                kept.files().put(path, content);
            }
        });
        return kept;
    }

    private Sources known(SourceKey source) {
        var sources = workshop.sources(source);
        if (sources.files().isEmpty()) {
            throw new NotFoundException();
        }
        return sources;
    }

    private WorkshopPage page(Sources sources, Reader reader, Wish wish, Done done) {
        var texts = new ArrayList<TextFile>();
        var assets = new ArrayList<Asset>();
        sources.files().forEach((path, content) -> {
            var text = PICTURE.matcher(path).matches() ? null : text(content);
            if (text == null) {
                assets.add(new Asset(
                        path,
                        new FileSize(content.length),
                        PICTURE.matcher(path).matches()));
            } else {
                texts.add(new TextFile(path, text, path.equals(wish.file())));
            }
        });
        texts.sort(Comparator.comparing((TextFile file) -> rank(file.path())).thenComparing(TextFile::path));
        if (texts.stream().noneMatch(TextFile::open) && !texts.isEmpty()) {
            texts.set(0, new TextFile(texts.get(0).path(), texts.get(0).text(), true));
        }
        return new WorkshopPage(
                sources,
                titles.of(sources.source(), reader.language()),
                texts,
                assets,
                context(sources, reader, wish.template()),
                done,
                nonce());
    }

    /** What is written most stands first. */
    private static int rank(String path) {
        if (MESSAGE.matcher(path).matches()) {
            return 0;
        }
        if (path.startsWith("assets/")) {
            return 4;
        }
        return path.endsWith(".html") || path.endsWith(".txt") ? 1 : path.endsWith(".yaml") ? 2 : 3;
    }

    private Context context(Sources sources, Reader reader, String wished) {
        var source = sources.source();
        var templates = source.kind() == Kind.TEMPLATE ? List.of(source.key()) : users(source);
        var template = templates.contains(wished)
                ? wished
                : templates.stream().findFirst().orElse("");
        var own = source.kind() == Kind.TEMPLATE
                ? sources
                : workshop.sources(new SourceKey(Kind.TEMPLATE, template.isEmpty() ? "none" : template));
        var live = titles.live(new SourceKey(Kind.TEMPLATE, template));
        return new Context(
                template,
                templates,
                names(own, FIXTURE),
                names(own, MESSAGE),
                live.map(version ->
                                List.copyOf(version.settings().plan().copies().keySet()))
                        .orElse(List.of()),
                isMasked(reader));
    }

    /** Whether a real customer is shown to somebody without what tells who it is. */
    public static boolean isMasked(Reader reader) {
        return !reader.may(SEE_PEOPLE);
    }

    private List<String> users(SourceKey part) {
        return workshop.versions(part).isEmpty()
                ? List.of()
                : workshop.part(part).usedBy().stream().map(Use::template).toList();
    }

    private static List<String> names(Sources sources, Pattern pattern) {
        return sources.files().keySet().stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
    }

    private static @Nullable String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }

    private String nonce() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
