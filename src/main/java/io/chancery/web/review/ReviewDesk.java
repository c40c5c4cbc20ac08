package io.chancery.web.review;

import io.chancery.message.Previews;
import io.chancery.message.Previews.Look;
import io.chancery.platform.ProblemException;
import io.chancery.render.Comparisons;
import io.chancery.render.Comparisons.Compared;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Specimen;
import io.chancery.template.Specimens;
import io.chancery.template.VersionState;
import io.chancery.template.Workshop;
import io.chancery.template.Workshop.Use;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import io.chancery.web.author.Forms;
import io.chancery.web.author.Titles;
import io.chancery.web.author.Translations;
import io.chancery.web.rendition.MailView;
import io.chancery.web.review.ReviewPage.Changes;
import io.chancery.web.review.ReviewPage.Rendered;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts together what somebody sees who decides. */
@ApplicationScoped
class ReviewDesk {

    private static final Pattern TAG = Pattern.compile("\\{[#/]?[a-zA-Z][^{}]*\\}");
    private static final Pattern NAME = Pattern.compile("\\b(data|customer|totals|payment)(\\.[A-Za-z]\\w*)+");

    private final Workshop workshop;
    private final Specimens specimens;
    private final Comparisons comparisons;
    private final Previews previews;
    private final FirstSight firstSight;
    private final Titles titles;

    ReviewDesk(
            Workshop workshop,
            Specimens specimens,
            Comparisons comparisons,
            Previews previews,
            FirstSight firstSight,
            Titles titles) {
        this.workshop = workshop;
        this.specimens = specimens;
        this.comparisons = comparisons;
        this.previews = previews;
        this.firstSight = firstSight;
        this.titles = titles;
    }

    /** One version, and which template shows it if it is of a part. */
    record Asked(SourceKey source, int number, String template) {}

    ReviewPage page(Asked asked, String language, @Nullable String notice, @Nullable ProblemException fault) {
        var version = workshop.version(asked.source(), asked.number());
        return new ReviewPage(
                asked.source(),
                asked.number(),
                titles.of(asked.source(), language),
                new ReviewPage.History(version.steps(), isLive(asked)),
                changes(asked),
                rendered(asked),
                notice,
                fault);
    }

    private boolean isLive(Asked asked) {
        return workshop.versions(asked.source()).stream()
                .anyMatch(version -> version.live() && version.number() == asked.number());
    }

    /** What differs from the version before; of the first, all that it has. */
    private Changes changes(Asked asked) {
        var source = asked.source();
        var base = base(asked);
        var from = base.map(version -> Integer.toString(version.number())).orElse("nothing");
        var difference = workshop.difference(source, from, Integer.toString(asked.number()));
        var before = base.map(version -> names(workshop.files(source, version.number())))
                .orElse(Set.of());
        var after = names(workshop.files(source, asked.number()));
        return new Changes(
                base.map(VersionState::number).orElse(0),
                base.map(VersionState::live).orElse(false),
                difference.files().stream().map(SourceDiff::of).toList(),
                only(after, before),
                only(before, after),
                leftBehind(asked),
                difference);
    }

    private List<String> leftBehind(Asked asked) {
        if (asked.source().isShared()) {
            return List.of();
        }
        return before(asked)
                .map(old -> Translations.leftBehind(old.version(), after(asked).version()))
                .orElse(List.of());
    }

    /** The live version, or for that itself and without one the version before. */
    private Optional<VersionState> base(Asked asked) {
        var others = workshop.versions(asked.source()).stream()
                .filter(version -> version.number() != asked.number())
                .toList();
        return others.stream()
                .filter(VersionState::live)
                .findFirst()
                .or(() -> others.stream()
                        .filter(version -> version.number() < asked.number())
                        .findFirst());
    }

    private static Set<String> names(Map<String, byte[]> files) {
        var names = new TreeSet<String>();
        files.forEach((path, content) -> {
            if (path.endsWith(".html") || path.endsWith(".txt")) {
                TAG.matcher(new String(content, StandardCharsets.UTF_8))
                        .results()
                        .forEach(tag -> NAME.matcher(tag.group()).results().forEach(name -> names.add(name.group())));
            }
        });
        return names;
    }

    private static List<String> only(Set<String> names, Set<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    private Rendered rendered(Asked asked) {
        var source = asked.source();
        var templates = source.kind() == Kind.TEMPLATE
                ? List.of(source.key())
                : workshop.part(source).usedBy().stream().map(Use::template).toList();
        if (templates.isEmpty()) {
            return new Rendered("", List.of(), List.of());
        }
        var template = templates.contains(asked.template()) ? asked.template() : templates.get(0);
        var now = workshop.specimen(source, asked.number(), template);
        return new Rendered(template, templates, List.copyOf(now.fixtures().keySet()));
    }

    /** All fixtures in both versions, not closely; empty if there is only one version, or they are too large for it. */
    Optional<Glance> glance(Asked asked) {
        try {
            return before(asked).map(old -> Glance.of(comparisons.survey(old, after(asked))));
        } catch (ProblemException tooLarge) {
            return Optional.empty();
        }
    }

    /** One fixture in both versions, or in the only one that there is. */
    List<Compared> compare(Asked asked, String fixture) {
        var now = after(asked);
        return before(asked)
                .map(old -> comparisons.compare(old, now, fixture))
                .orElseGet(() -> List.of(firstSight.of(now, fixture)));
    }

    private Specimen after(Asked asked) {
        return workshop.specimen(asked.source(), asked.number(), rendered(asked).template());
    }

    private Optional<Specimen> before(Asked asked) {
        if (asked.source().isShared()) {
            var template = rendered(asked).template();
            return template.isEmpty() ? Optional.empty() : Optional.of(specimens.live(template));
        }
        return base(asked).map(base -> specimens.version(asked.source().key(), base.number()));
    }

    /** The mail of a fixture, before or now, with what differs marked; empty if there is none. */
    Optional<String> mail(Asked asked, String fixture, boolean old) {
        var before = before(asked).flatMap(specimen -> mail(specimen, fixture));
        var now = mail(after(asked), fixture);
        if (before.isEmpty() || now.isEmpty()) {
            return old ? before : now;
        }
        return Optional.of(old ? MailMarks.gone(before.get(), now.get()) : MailMarks.fresh(before.get(), now.get()));
    }

    private Optional<String> mail(Specimen specimen, String fixture) {
        if (!specimen.fixtures().containsKey(fixture)) {
            return Optional.empty();
        }
        var body = Forms.body("fixture", fixture);
        var preview = previews.preview(specimen, body, new Look(Set.of(Channel.EMAIL.name()), false, false));
        return Optional.ofNullable(preview.channels().get(Channel.EMAIL.name()))
                .map(shown -> shown.rendition())
                .filter(Rendition.Mail.class::isInstance)
                .map(mail -> MailView.of((Rendition.Mail) mail))
                .map(view -> view.html().isEmpty() ? view.plainText() : view.html());
    }
}
