package io.chancery.render.language;

import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The sections that say where text goes: {@code {#subject}} and {@code {#preheader}}, the grey line that inboxes show after the
 * subject, are kept aside; {@code {#print}}, {@code {#email}}, {@code {#sms}} and one of this kind for every further channel
 * appear on that channel alone.
 */
final class CaptureSection implements SectionHelper {

    static final String SUBJECT = "subject";
    static final String PREHEADER = "preheader";

    private final String name;

    private CaptureSection(String name) {
        this.name = name;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        var run = Run.of(context.resolutionContext());
        if (name.equals(SUBJECT) || name.equals(PREHEADER)) {
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
