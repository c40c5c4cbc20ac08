package io.chancery.render.language;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** {@code {#first}…{#or}…{#or}…{/first}}: of several variants the first that says anything. */
final class FirstSection implements SectionHelper {

    private static final String OR = "or";

    private final List<SectionBlock> variants;

    private FirstSection(List<SectionBlock> variants) {
        this.variants = variants;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        return resolve(context, 0);
    }

    private CompletionStage<ResultNode> resolve(SectionResolutionContext context, int index) {
        if (index == variants.size()) {
            return ResultNode.NOOP;
        }
        return context.execute(variants.get(index), context.resolutionContext()).thenCompose(result -> {
            var run = Run.of(context.resolutionContext());
            var said = run.collect(result);
            return said.text().isBlank() ? resolve(context, index + 1) : CompletedStage.of(new Variant(said, run));
        });
    }

    /** What has been said already: what a result leaves aside, it leaves aside once. */
    private static final class Variant extends ResultNode {

        private final Run.Said said;
        private final Run run;

        Variant(Run.Said said, Run run) {
            this.said = said;
            this.run = run;
        }

        @Override
        public void process(Consumer<String> consumer) {
            if (said.promotes()) {
                run.promote(() -> consumer.accept(said.text()));
            } else {
                consumer.accept(said.text());
            }
        }
    }

    /** Reads the variants. */
    static final class Factory implements SectionHelperFactory<FirstSection> {

        @Override
        public List<String> getDefaultAliases() {
            return List.of("first");
        }

        @Override
        public ParametersInfo getParameters() {
            return ParametersInfo.EMPTY;
        }

        @Override
        public List<String> getBlockLabels() {
            return List.of(OR);
        }

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            return Size.enter(outer, block);
        }

        @Override
        public FirstSection initialize(SectionInitContext context) {
            return new FirstSection(context.getBlocks());
        }
    }
}
