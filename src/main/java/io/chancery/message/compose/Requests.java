package io.chancery.message.compose;

import io.chancery.message.compose.ComposeInput.Item;
import io.chancery.message.screen.Screens;
import io.chancery.render.RenderRequest;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Says what a delivery is rendered from, the same however often it is rendered. */
@ApplicationScoped
class Requests {

    private final Screens screens;
    private final OptOuts optOuts;
    private final MessageConfig config;

    Requests(Screens screens, OptOuts optOuts, MessageConfig config) {
        this.screens = screens;
        this.optOuts = optOuts;
        this.config = config;
    }

    RenderRequest of(Item item) {
        var message = item.message();
        var request = screens.linked(new RenderRequest(
                item.delivery().id(),
                item.version(),
                item.reader(),
                message.data,
                message.reference,
                LocalDate.ofInstant(message.createdAt, config.timeZone()),
                null));
        if (message.test) {
            return optOuts.sample(request.asTest());
        }
        return item.delivery().channel().equals(Channel.EMAIL)
                ? optOuts.linked(request, item.delivery().customerId())
                : request;
    }
}
