package io.chancery.render.language;

import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The sections that say where text goes: {@code {#subject}} and {@code {#preheader}}, the grey line that inboxes show after the
 * subject, are kept aside; {@code {#print}}, {@code {#email}}, {@code {#sms}} and one of this kind for every further channel
 * appear on that channel alone. What stands in {@code {#promote}} is advertising, and appears to those alone whom it may reach.
 */
final class CaptureSection implements SectionHelper {

    static final String SUBJECT = "subject";
    static final String PREHEADER = "preheader";
    static final String PROMOTE = "promote";

    private final String name;

    private CaptureSection(String name) {
        this.name = name;
    }

    /** The names of all such sections in one, itself and blocks included. */
    static Set<String> in(SectionNode section) {
        var names = new HashSet<String>();
        collect(section, names);
        return names;
    }

    private static void collect(SectionNode section, Set<String> names) {
        if (section.getHelper() instanceof CaptureSection capture) {
            names.add(capture.name);
        } else if (section.getHelper() instanceof IncludeSection include) {
            names.addAll(include.captures());
        }
        section.getBlocks().stream()
                .flatMap(block -> block.nodes.stream())
                .filter(TemplateNode::isSection)
                .forEach(node -> collect(node.asSection(), names));
    }

    boolean isNamed(String... names) {
        return List.of(names).contains(name);
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        var run = Run.of(context.resolutionContext());
        if (isNamed(PROMOTE)) {
            return run.isAdvertised()
                    ? context.execute().thenApply(result -> new Promoted(result, run))
                    : ResultNode.NOOP;
        }
        if (isNamed(SUBJECT, PREHEADER)) {
            return context.execute().thenApply(result -> new Captured(result, text -> run.keep(name, text), false));
        }
        if (name.equals(run.channel())) {
            return context.execute().thenApply(result -> new Captured(result, text -> run.keep(name, text), true));
        }
        return ResultNode.NOOP;
    }

    /** Output that is kept aside, and shown in its place or not. */
    private static final class Captured extends ResultNode {

        private final ResultNode result;
        private final Consumer<String> aside;
        private final boolean shown;

        Captured(ResultNode result, Consumer<String> aside, boolean shown) {
            this.result = result;
            this.aside = aside;
            this.shown = shown;
        }

        @Override
        public void process(Consumer<String> consumer) {
            result.process(shown ? aside.andThen(consumer) : aside);
        }
    }

    /** Output that counts as advertising wherever it is shown. */
    private static final class Promoted extends ResultNode {

        private final ResultNode result;
        private final Run run;

        Promoted(ResultNode result, Run run) {
            this.result = result;
            this.run = run;
        }

        @Override
        public void process(Consumer<String> consumer) {
            run.promote(() -> result.process(consumer));
        }
    }

    /** Makes the sections of one name. */
    static final class Factory implements SectionHelperFactory<CaptureSection> {

        private final String name;

        Factory(String name) {
            this.name = name;
        }

        @Override
        public List<String> getDefaultAliases() {
            return List.of(name);
        }

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            return Size.enter(outer, block);
        }

        @Override
        public CaptureSection initialize(SectionInitContext context) {
            return new CaptureSection(name);
        }
    }

    /** The source of a template with nothing left in it but what stands in the sections of one name, each on its line and in its column. */
    static final class Excerpt {

        private final String source;
        private final StringBuilder kept;

        private Excerpt(String source) {
            this.source = source;
            this.kept = new StringBuilder(source.replaceAll("[^\n]", " "));
        }

        /** Empty if the sections do not all stand on their own, or if there are none. */
        static Optional<String> of(Template template, String source, String name) {
            var nodes = template.getRootNode().getBlocks().get(0).nodes;
            var excerpt = new Excerpt(source);
            boolean found = false;
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i) instanceof SectionNode section
                        && CaptureSection.in(section).contains(name)) {
                    if (!section.getName().equals(name)) {
                        return Optional.empty();
                    }
                    excerpt.keep(section, nodes.subList(i + 1, nodes.size()));
                    found = true;
                }
            }
            return found ? Optional.of(excerpt.kept.toString()) : Optional.empty();
        }

        /** With the text after it, for Qute does not tell where that begins; it stands in no section. */
        private void keep(SectionNode section, List<TemplateNode> after) {
            int start = offset(section.getOrigin());
            int end = after.stream()
                    .filter(next -> !next.isText())
                    .findFirst()
                    .map(next -> offset(next.getOrigin()))
                    .orElse(source.length());
            kept.replace(start, end, source.substring(start, end));
        }

        private int offset(Origin origin) {
            int line = 0;
            for (int i = 1; i < origin.getLine(); i++) {
                line = source.indexOf('\n', line) + 1;
            }
            return line + origin.getLineCharacterStart() - 1;
        }
    }
}
