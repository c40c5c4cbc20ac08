package io.chancery.web.author;

import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateVersion;
import io.chancery.template.VersionState;
import io.chancery.template.Workshop;
import io.chancery.template.Workshop.Entry;
import io.chancery.template.Workshop.Use;
import io.chancery.template.Workshop.Waiting;
import io.chancery.vocabulary.Channel;
import io.chancery.web.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what the catalogue shows. */
@ApplicationScoped
class Shelf {

    private final Workshop workshop;
    private final Titles titles;

    Shelf(Workshop workshop, Titles titles) {
        this.workshop = workshop;
        this.titles = titles;
    }

    /** All of a kind. */
    record Listing(Kind kind, List<Row> rows) {}

    /**
     * One of them.
     *
     * @param live null if it is no template, or none is live
     * @param waiting versions that are not done with
     * @param users how many live templates use it; null for a template
     */
    record Row(
            Entry entry,
            String title,
            @Nullable TemplateVersion live,
            List<Waiting> waiting,
            @Nullable Integer users) {

        private static final String TEXT_MESSAGE = "{#sms}";

        public @Nullable TemplateSettings settings() {
            return live == null ? null : live.settings();
        }

        /** Whether it has a text message that is only sent to those who ask for one. */
        public boolean isSmsOnRequest() {
            return live != null
                    && !live.settings().plan().channels().contains(Channel.SMS)
                    && live.messages().values().stream().anyMatch(source -> source.contains(TEXT_MESSAGE));
        }

        public String path() {
            return Shelf.path(entry.source());
        }
    }

    /**
     * One of them, with all that is known of it.
     *
     * @param brand of a live template
     */
    record Detail(
            Entry entry,
            String title,
            @Nullable TemplateSettings settings,
            @Nullable String brand,
            List<VersionState> versions,
            List<Use> users) {

        public String path() {
            return Shelf.path(entry.source());
        }

        public boolean isPart() {
            return entry.source().isShared();
        }

        /** Whether a template lags behind the live version. */
        public boolean isOutdated() {
            return entry.live() != null && users.stream().anyMatch(use -> !use.current());
        }
    }

    static String path(SourceKey source) {
        return "/" + source.kind().plural() + "/" + source.key();
    }

    Listing list(Kind kind, String language) {
        var waiting = workshop.waiting().stream().collect(Collectors.groupingBy(Waiting::source));
        var users = users(kind);
        return new Listing(
                kind,
                workshop.list(kind).stream()
                        .map(entry -> new Row(
                                entry,
                                titles.of(entry.source(), language),
                                titles.live(entry.source()).orElse(null),
                                waiting.getOrDefault(entry.source(), List.of()),
                                kind == Kind.TEMPLATE
                                        ? null
                                        : users.getOrDefault(entry.source().key(), 0)))
                        .toList());
    }

    private Map<String, Integer> users(Kind kind) {
        var users = new HashMap<String, Integer>();
        if (kind != Kind.TEMPLATE) {
            workshop.parts(kind)
                    .forEach(part -> users.put(part.key(), part.usedBy().size()));
        }
        return users;
    }

    Detail detail(SourceKey source, Reader reader) {
        var entry = workshop.list(source.kind()).stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var live = titles.live(source);
        var versions = workshop.versions(source);
        return new Detail(
                entry,
                titles.of(source, reader.language()),
                live.map(version -> version.settings()).orElse(null),
                live.map(version -> version.brand().key()).orElse(null),
                versions,
                source.isShared() && !versions.isEmpty() ? workshop.part(source).usedBy() : List.of());
    }

    /** Begins a draft with the files of something else. */
    void copy(SourceKey from, SourceKey to, String author) {
        var files = new HashMap<String, byte @Nullable []>();
        workshop.sources(from)
                .files()
                .forEach((path, content) -> files.put(
                        from.kind() == Kind.BLOCK && path.equals(from.blockFile()) ? to.blockFile() : path, content));
        workshop.change(to, files, 0, author);
    }
}
