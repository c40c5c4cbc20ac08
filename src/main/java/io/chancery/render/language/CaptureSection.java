package io.chancery.render.language;

import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SectionNode;
import java.util.List;
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

    /** Whether a section promotes something, or anything in it, blocks included. */
    static boolean promotes(SectionNode section) {
        if (section.getHelper() instanceof CaptureSection capture && capture.isNamed(PROMOTE)) {
            return true;
        }
        boolean included = section.getHelper() instanceof IncludeSection include && include.promotes();
        return included
                || section.getBlocks().stream()
                        .flatMap(block -> block.nodes.stream())
                        .anyMatch(node -> node.isSection() && promotes(node.asSection()));
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
}
