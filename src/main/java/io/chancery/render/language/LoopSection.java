package io.chancery.render.language;

import io.quarkus.qute.Expression;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Parameter;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Results;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code {#for item in data.items}…{#else}…{/for}} and {@code {#each data.items}}: over lists and maps of the data only,
 * never over a number, and each round is paid for.
 */
final class LoopSection implements SectionHelper {

    private static final String ELSE = "else";
    private static final String ALIAS = "alias";
    private static final String IN = "in";
    static final String ITERABLE = "iterable";
    private static final String DEFAULT_ALIAS = "it";

    private final String alias;
    private final Expression iterable;
    private final @Nullable SectionBlock otherwise;
    private final int weight;

    private LoopSection(SectionHelperFactory.SectionInitContext context) {
        var named = context.getParameterOrDefault(ALIAS, DEFAULT_ALIAS);
        this.alias = named.equals(Parameter.EMPTY) ? DEFAULT_ALIAS : named;
        this.iterable = Objects.requireNonNull(context.getExpression(ITERABLE));
        this.otherwise = context.getBlock(ELSE);
        this.weight = Size.of(context.getBlocks().get(0));
    }

    /** What an element is called in its round. */
    String alias() {
        return alias;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        return context.evaluate(iterable).thenCompose(value -> rounds(items(value), context));
    }

    private Collection<?> items(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet();
        }
        throw new Complaint("«" + iterable.toOriginalString() + "» is not a list", iterable.getOrigin());
    }

    private CompletionStage<ResultNode> rounds(Collection<?> items, SectionResolutionContext context) {
        if (items.isEmpty()) {
            return otherwise == null ? ResultNode.NOOP : context.execute(otherwise, context.resolutionContext());
        }
        var run = Run.of(context.resolutionContext());
        var results = new ArrayList<CompletableFuture<ResultNode>>(items.size());
        int index = 0;
        for (Iterator<?> iterator = items.iterator(); iterator.hasNext(); index++) {
            run.item(weight);
            var round = new Round(iterator.next(), index, iterator.hasNext());
            var scope = context.resolutionContext().createChild(round, null);
            results.add(context.execute(scope).toCompletableFuture());
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        new Rounds(results.stream().map(CompletableFuture::join).toList()));
    }

    /** The output of all rounds, one after the other. */
    private static final class Rounds extends ResultNode {

        private final List<ResultNode> results;

        Rounds(List<ResultNode> results) {
            this.results = results;
        }

        @Override
        public void process(Consumer<String> consumer) {
            results.forEach(result -> result.process(consumer));
        }
    }

    /** The element of one round under its alias, and what can be asked about it, such as {@code item_isLast}. */
    private final class Round implements Mapper {

        private final Object element;
        private final int index;
        private final boolean hasNext;

        Round(Object element, int index, boolean hasNext) {
            this.element = element;
            this.index = index;
            this.hasNext = hasNext;
        }

        @Override
        public Object get(String key) {
            if (key.equals(alias)) {
                return element;
            }
            return key.startsWith(alias + "_") ? fact(key.substring(alias.length() + 1)) : Results.NotFound.from(key);
        }

        private Object fact(String name) {
            return switch (name) {
                case "count" -> index + 1;
                case "index" -> index;
                case "hasNext" -> hasNext;
                case "isLast" -> !hasNext;
                case "isFirst" -> index == 0;
                case "isOdd", "odd" -> index % 2 == 0;
                case "isEven", "even" -> index % 2 == 1;
                default -> Results.NotFound.from(name);
            };
        }
    }

    /** Reads the loop's start tag. */
    static final class Factory implements SectionHelperFactory<LoopSection> {

        @Override
        public List<String> getDefaultAliases() {
            return List.of("for", "each");
        }

        @Override
        public ParametersInfo getParameters() {
            return ParametersInfo.builder()
                    .addParameter(ALIAS, Parameter.EMPTY)
                    .addParameter(IN, Parameter.EMPTY)
                    .addParameter(Parameter.builder(ITERABLE).optional())
                    .build();
        }

        @Override
        public List<String> getBlockLabels() {
            return List.of(ELSE);
        }

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            var scope = Size.enter(outer, block);
            if (block.getLabel().equals(MAIN_BLOCK_NAME)) {
                var iterable = block.getParameters().get(ITERABLE);
                if (iterable == null) {
                    throw new Complaint("a loop needs a list, as in {#for item in data.items}", block.getOrigin());
                }
                block.addExpression(ITERABLE, iterable);
            }
            return scope;
        }

        @Override
        public LoopSection initialize(SectionInitContext context) {
            return new LoopSection(context);
        }
    }
}
