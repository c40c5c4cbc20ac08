package io.chancery.render.language;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelper.SectionResolutionContext;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One of Qute's own sections under the names that we give it, with a limit to its depth, and with the line where it went wrong. */
final class Guarded implements SectionHelperFactory<SectionHelper> {

    private final SectionHelperFactory<?> factory;
    private final List<String> names;

    Guarded(SectionHelperFactory<?> factory, String... names) {
        this.factory = factory;
        this.names = List.of(names);
    }

    @Override
    public List<String> getDefaultAliases() {
        return names;
    }

    @Override
    public ParametersInfo getParameters() {
        return factory.getParameters();
    }

    @Override
    public List<String> getBlockLabels() {
        return factory.getBlockLabels();
    }

    @Override
    public MissingEndTagStrategy missingEndTagStrategy() {
        return factory.missingEndTagStrategy();
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
        var scope = Size.enter(outer, block);
        return Size.keep(scope, factory.initializeBlock(scope, block));
    }

    @Override
    public SectionHelper initialize(SectionInitContext context) {
        var section = factory.initialize(context);
        var origin = context.getOrigin();
        return run -> resolve(section, run, origin);
    }

    /** What goes wrong is told, not thrown: the section around this one would swallow it, and never come to an end. */
    private static CompletionStage<ResultNode> resolve(
            SectionHelper section, SectionResolutionContext run, Origin origin) {
        try {
            var stage = section.resolve(run);
            if (!(stage instanceof CompletedStage<?> done) || done.isFailure()) {
                result(stage.toCompletableFuture());
            }
            return stage;
        } catch (RuntimeException wrong) {
            return CompletedStage.failure(
                    Explanation.isKnown(wrong) ? wrong : new Complaint(Explanation.unfit(wrong), origin));
        }
    }

    /** Nothing here works in the background: what has not ended by now never will. */
    private static void result(CompletableFuture<ResultNode> future) {
        if (!future.isDone()) {
            throw new IllegalStateException("A section has not ended");
        }
        future.join();
    }
}
