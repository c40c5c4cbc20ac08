package io.chancery.dispatch.sms.gateway;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.sms.TextFlaw;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A gateway that takes texts whole, as JSON over HTTP, and cuts them into parts itself. */
final class HttpGateway implements Provider {

    private static final int UNAUTHORIZED = 401;

    private final ProviderProfile profile;
    private final GatewayRequest request;
    private final Connections connections;
    private final Credentials credentials;
    private final AnswerRules rules;

    /**
     * @param certificates whom we trust, and who we are; null for what every Java program trusts
     * @throws IllegalArgumentException if it cannot be used as it is configured
     */
    HttpGateway(String name, GatewayConfig.Gateway config, @Nullable SSLContext certificates, Clock clock) {
        profile = ProviderProfile.of(name, config.concurrency(), config);
        request = new GatewayRequest(config);
        connections = new Connections(config, certificates);
        credentials = Credentials.of(config, connections, clock);
        rules = new AnswerRules(config, clock);
    }

    @Override
    public ProviderProfile profile() {
        return profile;
    }

    @Override
    public ProviderEndpoint endpoint() {
        return new ProviderEndpoint(Channel.SMS, request.place(), false);
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (!(handover.rendition() instanceof Rendition.Text rendition)) {
            return new Permanent("not-a-text", "The rendition is not a text.");
        }
        var flaw = TextFlaw.find(rendition);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        try {
            return rules.outcome(
                    answer(handover, request.body(rendition, handover.deliveryId())), handover.deliveryId());
        } catch (NotSentException e) {
            return new Temporary(e.code(), e.text());
        } catch (IOException e) {
            return new Uncertain("The gateway may have the text, but gave no whole answer.");
        }
    }

    private Answer answer(Handover handover, byte[] body) throws IOException {
        var header = credentials.header();
        var answer = connections.post(request.head(header), body, handover::pointOfNoReturn);
        // A token may be withdrawn before its time. Who answers so has not taken the text.
        if (answer.status() == UNAUTHORIZED && header.isPresent() && credentials.forget(header.get())) {
            return connections.post(request.head(credentials.header()), body, handover::pointOfNoReturn);
        }
        return answer;
    }
}
