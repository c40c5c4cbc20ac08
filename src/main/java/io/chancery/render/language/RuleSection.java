package io.chancery.render.language;

import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.Template;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code {#rule lives-abroad}…{#else}…{/rule}}: a condition that many templates share. The rule is a block that says yes or no,
 * so it has versions, is pinned, and can be asked where it is used, like every other block.
 */
final class RuleSection implements SectionHelper {

    private static final String ELSE = "else";

    private final IncludeSection rule;
    private final @Nullable SectionBlock otherwise;
    private final SectionHelperFactory.SectionInitContext place;

    private RuleSection(IncludeSection rule, SectionHelperFactory.SectionInitContext place) {
        this.rule = rule;
        this.otherwise = place.getBlock(ELSE);
        this.place = place;
    }

    IncludeSection rule() {
        return rule;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        return rule.resolve(context).thenCompose(said -> {
            if (saysYes(Run.of(context.resolutionContext()).collect(said).text().strip())) {
                return context.execute();
            }
            return otherwise == null ? ResultNode.NOOP : context.execute(otherwise, context.resolutionContext());
        });
    }

    private boolean saysYes(String said) {
        return switch (said) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new Complaint("a rule says yes or no, and nothing else", place.getOrigin());
        };
    }

    /** Reads the tag and finds the rule. */
    static final class Factory implements SectionHelperFactory<RuleSection> {

        private final IncludeSection.Factory rules;

        /**
         * @param blocks the parsed block by its name, or a {@link Complaint}
         */
        Factory(Function<String, Template> blocks) {
            this.rules = new IncludeSection.Factory(blocks);
        }

        @Override
        public List<String> getDefaultAliases() {
            return List.of("rule");
        }

        @Override
        public ParametersInfo getParameters() {
            return rules.getParameters();
        }

        @Override
        public List<String> getBlockLabels() {
            return List.of(ELSE);
        }

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            return block.getLabel().equals(MAIN_BLOCK_NAME)
                    ? rules.initializeBlock(outer, block)
                    : Size.enter(outer, block);
        }

        @Override
        public RuleSection initialize(SectionInitContext context) {
            return new RuleSection(rules.included(context), context);
        }
    }
}
