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
            var said = Run.of(context.resolutionContext()).collect(result);
            return said.isBlank() ? resolve(context, index + 1) : CompletedStage.of(new Said(said));
        });
    }

    /** What has been said already: what a result leaves aside, it leaves aside once. */
    private static final class Said extends ResultNode {

        private final String text;

        Said(String text) {
            this.text = text;
        }

        @Override
        public void process(Consumer<String> consumer) {
            consumer.accept(text);
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
