package io.chancery.render.language;

import io.quarkus.qute.Expression;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Parameter;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * {@code {#include bank-details tone='warm' /}}: puts in a block of this template version. Which one is settled when the
 * template is parsed, so there is no way to name a block at run time, or anything that is not a block.
 */
final class IncludeSection implements SectionHelper {

    private static final String BLOCK = "block";

    private final Template block;
    private final Map<String, Expression> values;
    private final int weight;
    private final Set<String> captures;

    private IncludeSection(Template block, Map<String, Expression> values) {
        this.block = block;
        this.values = values;
        this.weight = Size.of(block.getRootNode());
        this.captures = CaptureSection.in(block.getRootNode());
    }

    Template block() {
        return block;
    }

    /**
     * The names of the sections in the block that say where text goes. Known once the block is parsed, so that nobody has to go
     * through blocks within blocks.
     */
    Set<String> captures() {
        return captures;
    }

    /** What the block is given, by name. */
    Map<String, Expression> values() {
        return values;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        var scope = context.resolutionContext();
        Run.of(scope).steps(weight);
        if (values.isEmpty()) {
            return block.getRootNode().resolve(scope);
        }
        return context.evaluate(values)
                .thenCompose(given -> block.getRootNode().resolve(scope.createChild(Mapper.wrap(given), null)));
    }

    /** Reads the tag and finds the block. */
    static final class Factory implements SectionHelperFactory<IncludeSection> {

        private final Function<String, Template> blocks;

        /**
         * @param blocks the parsed block by its name, or a {@link Complaint}
         */
        Factory(Function<String, Template> blocks) {
            this.blocks = blocks;
        }

        @Override
        public List<String> getDefaultAliases() {
            return List.of("include");
        }

        @Override
        public ParametersInfo getParameters() {
            return ParametersInfo.builder()
                    .addParameter(Parameter.builder(BLOCK))
                    .build();
        }

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            block.getParameters().forEach((name, value) -> {
                if (!name.equals(BLOCK)) {
                    block.addExpression(name, value);
                }
            });
            return Size.enter(outer, block);
        }

        @Override
        public IncludeSection initialize(SectionInitContext context) {
            if (!context.getBlocks().get(0).isEmpty()) {
                throw new Complaint("an include ends with /} and has no text of its own", context.getOrigin());
            }
            return included(context);
        }

        /** The block that the tag names, with what it is given. */
        IncludeSection included(SectionInitContext context) {
            var values = new LinkedHashMap<String, Expression>();
            for (var name : context.getParameters().keySet()) {
                if (!name.equals(BLOCK)) {
                    values.put(name, context.getExpression(name));
                }
            }
            return new IncludeSection(block(context), values);
        }

        private Template block(SectionInitContext context) {
            try {
                if (!context.getOrigin()
                        .getVariant()
                        .map(Variant::getContentType)
                        .filter(Variant.TEXT_HTML::equals)
                        .isPresent()) {
                    throw new Complaint("blocks are HTML and cannot be put into plain text");
                }
                return blocks.apply(context.getParameter(BLOCK));
            } catch (Complaint complaint) {
                throw complaint.origin() != null
                        ? complaint
                        : new Complaint(String.valueOf(complaint.getMessage()), context.getOrigin());
            }
        }
    }
}
