package io.chancery.message.trial;

import io.chancery.dispatch.Dispatcher;
import io.chancery.message.Previews.Trials;
import io.chancery.message.compose.OptOuts;
import io.chancery.message.preview.PreviewRequest;
import io.chancery.message.preview.Samples;
import io.chancery.message.screen.Screens;
import io.chancery.platform.IdGenerator;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.template.Specimen;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes of a sample what its author gets, and says why they do not get it on a channel. */
@ApplicationScoped
class TrialSending implements Trials {

    private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.SMS, Channel.PRINT);

    private final Samples samples;
    private final Renderer renderer;
    private final Screens screens;
    private final OptOuts optOuts;
    private final TrialRecords records;
    private final Tools tools;

    /** What a delivery needs before it is one. */
    @Singleton
    static class Tools {

        private final Dispatcher dispatcher;
        private final IdGenerator ids;

        Tools(Dispatcher dispatcher, IdGenerator ids) {
            this.dispatcher = dispatcher;
            this.ids = ids;
        }

        boolean hasProvider(Channel channel) {
            return dispatcher.channels().contains(channel);
        }

        /** What is only looked at is not signed: nobody may get hold of a signed document that was not sent. */
        Rendition sealed(Channel channel, Rendition rendition) {
            return isSent(channel) ? dispatcher.sealed(channel, rendition) : rendition;
        }
    }

    TrialSending(
            Samples samples, Renderer renderer, Screens screens, OptOuts optOuts, TrialRecords records, Tools tools) {
        this.samples = samples;
        this.renderer = renderer;
        this.screens = screens;
        this.optOuts = optOuts;
        this.records = records;
        this.tools = tools;
    }

    /** One delivery that is ready to be archived. */
    record Ready(UUID id, Channel channel, Rendition rendition) {}

    /** Whether it leaves the house. */
    static boolean isSent(Channel channel) {
        return !channel.equals(Channel.PRINT);
    }

    @Override
    public Trial send(Specimen kept, byte[] body, Tester tester) {
        var sample = samples.choose(kept, PreviewRequest.read(body), true).request();
        var colleague = sample.recipient().reachedAt(tester.email(), tester.mobile());
        var request = optOuts.sample(
                screens.sample(sample.reaching(colleague).advertised(true).asTest()));
        var parts = new ArrayList<Part>();
        var ready = new ArrayList<Ready>();
        for (var channel : CHANNELS) {
            var obstacle = obstacle(channel, request);
            var made = obstacle.isPresent() ? Optional.<Ready>empty() : ready(channel, request);
            made.ifPresent(ready::add);
            parts.add(new Part(
                    channel,
                    obstacle.orElse(
                            made.isEmpty() ? Outcome.NOT_CARRIED : isSent(channel) ? Outcome.SENT : Outcome.KEPT)));
        }
        return new Trial(ready.isEmpty() ? null : records.begin(tester.clientId(), request, ready), parts);
    }

    private Optional<Outcome> obstacle(Channel channel, RenderRequest request) {
        if (!renderer.channels().contains(channel)) {
            return Optional.of(Outcome.NOT_CARRIED);
        }
        if (!tools.hasProvider(channel)) {
            return Optional.of(Outcome.NO_PROVIDER);
        }
        if (isSent(channel) && !request.recipient().reachableBy(channel)) {
            return Optional.of(Outcome.NO_ADDRESS);
        }
        return records.isSuppressed(channel, request) ? Optional.of(Outcome.SUPPRESSED) : Optional.empty();
    }

    private Optional<Ready> ready(Channel channel, RenderRequest request) {
        var id = tools.ids.next();
        try {
            var rendition = renderer.render(channel, request.identified(id));
            return Optional.of(new Ready(id, channel, tools.sealed(channel, rendition)));
        } catch (RenderException impossible) {
            return Optional.empty();
        }
    }
}
