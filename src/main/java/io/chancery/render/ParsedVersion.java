package io.chancery.render;

import io.chancery.render.data.Condition;
import io.chancery.render.data.Constants;
import io.chancery.render.data.DataModel;
import io.chancery.render.data.PlainCopies;
import io.chancery.render.language.BlockLibrary;
import io.chancery.render.language.Explanation;
import io.chancery.render.language.Grammar;
import io.chancery.render.language.NameCheck;
import io.chancery.render.language.Run;
import io.chancery.render.language.Shape;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.MessageClass;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of a template with its blocks and its brand's layouts, each parsed when it is first needed. */
final class ParsedVersion {

    private final TemplateVersion version;
    private final Grammar grammar;
    private final DataModel dataModel;
    private final Map<String, Object> brand;
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, Set<String>> sections = new HashMap<>();
    private final Map<String, Optional<Template>> excerpts = new HashMap<>();

    ParsedVersion(TemplateVersion version, Collection<String> channels) {
        this.version = version;
        this.grammar = new Grammar(channels, new BlockLibrary(version.blocks()));
        this.dataModel = new DataModel(version.schema());
        this.brand = PlainCopies.of(version.brand().settings());
    }

    DataModel dataModel() {
        return dataModel;
    }

    Map<String, Object> brand() {
        return brand;
    }

    /** Whether the message has such a section anywhere in it. */
    boolean hasSection(String language, String name) {
        return sectionsOf(language).contains(name);
    }

    private synchronized Set<String> sectionsOf(String language) {
        return sections.computeIfAbsent(
                language,
                text -> message(text).findNodes(TemplateNode::isSection).stream()
                        .map(section -> section.asSection().getName())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a part of the message is advertising although the whole is not. */
    boolean promotes(String language) {
        return version.settings().messageClass() == MessageClass.TRANSACTIONAL && Grammar.promotes(message(language));
    }

    /** The message; see {@link #layout}. */
    Run message(String language, Supplier<Run> runs, Map<String, Object> values) {
        var source = version.messages().getOrDefault(language, "");
        return render(message(language), source, language, runs, values);
    }

    /** The sections of one channel, with as little of the rest as can be. */
    Run sections(String language, String channel, Run run, Map<String, Object> values) {
        return render(excerpt(language, channel).orElseGet(() -> message(language)), run, values);
    }

    private synchronized Optional<Template> excerpt(String language, String channel) {
        return excerpts.computeIfAbsent(language + "/" + channel, key -> {
            var whole = message(language);
            return grammar.excerpt(whole, version.messages().getOrDefault(language, ""), channel);
        });
    }

    /**
     * A layout of the brand; its values are escaped unless it ends in {@code .txt}.
     *
     * @param runs a second one is begun to find out where a mistake stands
     */
    Run layout(String file, String language, Supplier<Run> runs, Object values) {
        var source = version.brand().layouts().getOrDefault(file, "");
        return render(layout(file), source, language, runs, values);
    }

    /** With the brand's constants in it, which is faster; but columns move. */
    private Run render(Template written, String source, String language, Supplier<Run> runs, Object values) {
        var shorter = parsed(written.getId() + " in " + language, () -> {
            var text = Constants.written(source, brand, language);
            return text.equals(source) ? written : grammar.like(written, text);
        });
        try {
            return render(shorter, runs.get(), values);
        } catch (RenderException inAnotherColumn) {
            if (shorter == written) {
                throw inAnotherColumn;
            }
            return render(written, runs.get(), values);
        }
    }

    /** A plain text of one line that stands in the template's settings. */
    Run line(String source, Run run, Map<String, Object> values) {
        return render(line(source), run, values);
    }

    /**
     * What keeps any of its sources from being read, and which names in them lead nowhere; empty if all is well.
     *
     * @param unknown names that may lead anywhere
     */
    List<RenderException> complaints(Set<String> unknown) {
        var complaints = new ArrayList<>(unsaid());
        version.settings().languages().forEach(language -> {
            var names = MessageModel.shapes(version, language);
            unknown.forEach(name -> names.put(name, Shape.OPEN));
            if (version.messages().containsKey(language)) {
                complaints.addAll(complaints(() -> message(language), names, MessageModel.advertised()));
            }
            lines(language)
                    .forEach((pointer, line) -> complaints(() -> line(line), names, Map.of())
                            .forEach(complaint -> complaints.add(complaint.in(pointer))));
            var inLayout = new HashMap<>(names);
            inLayout.putAll(Composition.SHAPES);
            version.brand()
                    .layouts()
                    .keySet()
                    .forEach(file -> complaints.addAll(complaints(() -> layout(file), inLayout, Map.of())));
        });
        return complaints;
    }

    /** What one language says in a section of its own, and another does not. */
    private List<RenderException> unsaid() {
        var unsaid = new ArrayList<RenderException>();
        var sections = new HashMap<String, Set<String>>();
        for (var language : version.messages().keySet()) {
            try {
                sections.put(language, sections(language));
            } catch (RenderException unreadable) {
                // Told of its own, and says nothing about the others.
            }
        }
        sections.forEach((language, own) -> sections.forEach((other, others) -> others.stream()
                .filter(section -> !own.contains(section))
                .forEach(section -> unsaid.add(new RenderException(version.key() + "/message." + language
                        + ".html: there is no {#" + section + "}, and message." + other + ".html has one")))));
        return unsaid;
    }

    private Set<String> sections(String language) {
        return grammar.captures().stream()
                .filter(name -> hasSection(language, name))
                .collect(Collectors.toSet());
    }

    /** The texts in its settings that are templates themselves, by the pointers to them. */
    private Map<String, String> lines(String language) {
        var lines = new LinkedHashMap<String, String>();
        var letter = version.settings().letter();
        put(lines, "/attachment/" + language, letter.attachment().get(language));
        var notes = letter.notes().getOrDefault(language, List.of());
        for (int i = 0; i < notes.size(); i++) {
            lines.put("/letter/notes/" + language + "/" + i, notes.get(i));
        }
        for (int i = 0; i < letter.enclosures().size(); i++) {
            var condition = letter.enclosures().get(i).condition();
            lines.put("/letter/enclosures/" + i + "/if", new Condition(condition).source());
        }
        var calendar = version.settings().extras().calendar();
        if (calendar != null) {
            putLines(lines, calendar, language);
        }
        return lines;
    }

    private static void putLines(Map<String, String> lines, TemplateSettings.CalendarEntry entry, String language) {
        var time = entry.time();
        put(lines, "/calendar/summary/" + language, entry.summary().get(language));
        put(lines, "/calendar/location/" + language, entry.location().get(language));
        put(lines, "/calendar/description/" + language, entry.description().get(language));
        lines.put("/calendar/start", time.start());
        lines.put("/calendar/end", time.end());
        lines.put("/calendar/duration", time.duration());
        lines.put("/calendar/if", new Condition(entry.condition()).source());
    }

    private static void put(Map<String, String> lines, String pointer, @Nullable String line) {
        if (line != null) {
            lines.put(pointer, line);
        }
    }

    private static List<RenderException> complaints(
            Supplier<Template> reading, Map<String, Shape> names, Map<String, Shape> advertised) {
        try {
            var template = reading.get();
            return NameCheck.complaints(template, names, advertised).stream()
                    .map(complaint -> explained(complaint, template.getId()))
                    .toList();
        } catch (RenderException unreadable) {
            return List.of(unreadable);
        }
    }

    private Template message(String language) {
        var id = version.key() + "/message." + language + ".html";
        var source = Optional.ofNullable(version.messages().get(language))
                .orElseThrow(() -> new RenderException(id + ": there is no such message"));
        return parsed(id, () -> grammar.html(id, source));
    }

    private Template layout(String file) {
        var id = "brands/" + version.brand().key() + "/" + file;
        var source = Optional.ofNullable(version.brand().layouts().get(file))
                .orElseThrow(() -> new RenderException(id + ": there is no such layout"));
        return parsed(id, () -> file.endsWith(".txt") ? grammar.text(id, source) : grammar.html(id, source));
    }

    private Template line(String source) {
        var id = version.key() + "/template.yaml";
        return parsed(id + " " + source, () -> grammar.text(id, source));
    }

    private synchronized Template parsed(String id, Supplier<Template> parse) {
        var known = templates.get(id);
        if (known != null) {
            return known;
        }
        try {
            var template = parse.get();
            templates.put(id, template);
            return template;
        } catch (RuntimeException | StackOverflowError wrong) {
            throw explained(wrong, id);
        }
    }

    private static Run render(Template template, Run run, Object values) {
        try {
            return run.render(template, values);
        } catch (RuntimeException | StackOverflowError wrong) {
            throw explained(wrong, template.getId());
        }
    }

    /** What went wrong, in words for an author, and where. */
    static RenderException explained(Throwable wrong, String id) {
        return new RenderException(Explanation.of(wrong, id), Explanation.columnOf(wrong));
    }
}
