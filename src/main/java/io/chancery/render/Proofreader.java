package io.chancery.render;

import io.chancery.render.language.BlockLibrary;
import io.chancery.render.language.Grammar;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.SourceReview;
import io.chancery.template.Specimen;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds sources that could not be read or rendered, so that they are not published. */
@ApplicationScoped
public class Proofreader implements SourceReview {

    /** How the engine explains itself: file, line if it knows it, and what is wrong. */
    private static final Pattern EXPLANATION = Pattern.compile("(\\S+?)(?:, line (\\d+))?: (.*)", Pattern.DOTALL);

    private final Renderer renderer;
    private final Rehearsal rehearsal;

    public Proofreader(Renderer renderer, Rehearsal rehearsal) {
        this.renderer = renderer;
        this.rehearsal = rehearsal;
    }

    @Override
    public List<SourceFault> review(Specimen candidate) {
        return unreadable(candidate.version());
    }

    @Override
    public List<SourceFault> rehearse(Specimen candidate) {
        return rehearsal.rehearse(candidate);
    }

    @Override
    public List<SourceFault> review(String block, Map<String, String> blocks) {
        var id = BlockLibrary.id(block);
        try {
            new Grammar(channels(), new BlockLibrary(blocks)).html(id, "{#include " + block + " /}");
            return List.of();
        } catch (RuntimeException | StackOverflowError unreadable) {
            return List.of(fault(ParsedVersion.explained(unreadable, id), id));
        }
    }

    private List<String> channels() {
        return renderer.sections().stream().map(Channel::name).toList();
    }

    private List<SourceFault> unreadable(TemplateVersion version) {
        var complaints = new ParsedVersion(version, channels())
                .complaints().stream().map(complaint -> fault(complaint, version.key()));
        var files = renderer.faults(version).stream()
                .map(complaint -> fault(new RenderException(complaint), version.key()));
        return Stream.of(complaints, files, unknownChannels(version))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private Stream<SourceFault> unknownChannels(TemplateVersion version) {
        var known = renderer.channels();
        return version.settings().plan().copies().entrySet().stream()
                .flatMap(role -> role.getValue().channels().stream()
                        .filter(channel -> !known.contains(channel))
                        .map(channel -> new SourceFault(
                                version.key() + "/template.yaml",
                                0,
                                "/copies/" + role.getKey() + "/channels",
                                channel + " is not a channel; there are " + known)));
    }

    private static SourceFault fault(RenderException complaint, String key) {
        var words = String.valueOf(complaint.getMessage());
        var explanation = EXPLANATION.matcher(words);
        if (!explanation.matches()) {
            return new SourceFault(key, 0, "", words);
        }
        int line = explanation.group(2) == null ? 0 : Integer.parseInt(explanation.group(2));
        return new SourceFault(explanation.group(1), line, complaint.column(), "", explanation.group(3));
    }
}
