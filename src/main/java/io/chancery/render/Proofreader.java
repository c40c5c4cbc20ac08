package io.chancery.render;

import io.chancery.render.language.BlockLibrary;
import io.chancery.render.language.Grammar;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.SourceReview;
import io.chancery.template.Specimen;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds sources that could not be read or rendered, so that they are not published. */
@ApplicationScoped
public class Proofreader implements SourceReview {

    /** How the engine explains itself: file, line if it knows it, and what is wrong. */
    private static final Pattern EXPLANATION = Pattern.compile("(\\S+?)(?:, line (\\d+))?: (.*)", Pattern.DOTALL);

    private final Renderer renderer;
    private final Rehearsal rehearsal;

    /** While somebody types, the blocks stay as they are. */
    private final AtomicReference<@Nullable Reviewed> last = new AtomicReference<>();

    private record Reviewed(Map<String, String> blocks, List<SourceFault> faults) {}

    public Proofreader(Renderer renderer, Rehearsal rehearsal) {
        this.renderer = renderer;
        this.rehearsal = rehearsal;
    }

    @Override
    public List<SourceFault> review(Specimen candidate) {
        var version = candidate.version();
        var complaints = renderer.parsed(version).complaints(candidate.unknown()).stream()
                .map(complaint -> fault(complaint, version.key()));
        var files = renderer.faults(version).stream()
                .map(complaint -> fault(new RenderException(complaint), version.key()));
        return Stream.of(complaints, files, unknownChannels(version))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    @Override
    public List<SourceFault> rehearse(Specimen candidate, Collection<SourceFault> known) {
        return rehearsal.rehearse(candidate, known);
    }

    /** First what is wrong with single blocks, then what is wrong with how the others include each other. */
    @Override
    public List<SourceFault> review(Map<String, String> blocks) {
        var known = last.get();
        if (known == null || !known.blocks().equals(blocks)) {
            known = new Reviewed(Map.copyOf(blocks), reviewed(blocks));
            last.set(known);
        }
        return known.faults();
    }

    private List<SourceFault> reviewed(Map<String, String> blocks) {
        var sources = new HashMap<>(blocks);
        sources.values().removeIf(String::isEmpty);
        var unreadable = faults(sources.keySet(), blocks).keySet();
        sources.putAll(blocks);
        unreadable.forEach(name -> sources.put(name, ""));
        var alone = new TreeMap<String, SourceFault>();
        for (var name : unreadable) {
            sources.put(name, blocks.get(name));
            alone.putAll(faults(Set.of(name), sources));
            sources.put(name, "");
        }
        unreadable.stream()
                .filter(name -> !alone.containsKey(name))
                .forEach(name -> sources.put(name, blocks.get(name)));
        return Stream.concat(alone.values().stream(), faults(unreadable, sources).values().stream())
                .distinct()
                .toList();
    }

    /** Why each of these blocks cannot be read with all that it includes, by its name. */
    private SortedMap<String, SourceFault> faults(Set<String> names, Map<String, String> blocks) {
        var grammar = new Grammar(channels(), new BlockLibrary(blocks));
        var faults = new TreeMap<String, SourceFault>();
        for (var name : names) {
            var id = BlockLibrary.id(name);
            try {
                grammar.html(id, "{#include " + name + " /}");
            } catch (RuntimeException | StackOverflowError unreadable) {
                faults.put(name, fault(ParsedVersion.explained(unreadable, id), id));
            }
        }
        return faults;
    }

    private List<String> channels() {
        return renderer.sections().stream().map(Channel::name).toList();
    }

    private Stream<SourceFault> unknownChannels(TemplateVersion version) {
        var plan = version.settings().plan();
        var named = new TreeMap<>(Map.of("/plan/channels/", plan.channels()));
        plan.copies().forEach((role, copy) -> named.put("/copies/" + role + "/channels/", copy.channels()));
        var known = renderer.channels().stream().map(Channel::name).sorted().toList();
        return named.entrySet().stream()
                .flatMap(list -> list.getValue().stream()
                        .filter(channel -> !known.contains(channel.name()))
                        .map(channel -> new SourceFault(
                                version.key() + "/template.yaml",
                                0,
                                list.getKey() + list.getValue().indexOf(channel),
                                channel + " is not a channel; there are " + known)));
    }

    /** What went wrong, as a fault of the file that the explanation names. */
    static SourceFault fault(RenderException complaint, String key) {
        var words = String.valueOf(complaint.getMessage());
        var explanation = EXPLANATION.matcher(words);
        if (!explanation.matches()) {
            return new SourceFault(key, 0, "", words);
        }
        if (!complaint.pointer().isEmpty()) {
            return new SourceFault(explanation.group(1), 0, complaint.pointer(), explanation.group(3));
        }
        int line = explanation.group(2) == null ? 0 : Integer.parseInt(explanation.group(2));
        return new SourceFault(explanation.group(1), line, complaint.column(), "", explanation.group(3));
    }
}
