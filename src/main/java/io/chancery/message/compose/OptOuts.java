package io.chancery.message.compose;

import io.chancery.consent.SelfService;
import io.chancery.platform.links.WebAddress;
import io.chancery.render.RenderRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives a mail the place where its reader ends advertising by one click, if we are found from outside. */
@ApplicationScoped
public class OptOuts {

    private final SelfService selfService;
    private final WebAddress web;

    OptOuts(SelfService selfService, WebAddress web) {
        this.selfService = selfService;
        this.web = web;
    }

    /** The request of a delivery with the place for the customer who reads it. */
    RenderRequest linked(RenderRequest request, UUID readerId) {
        return at(selfService.optOutPath(readerId), request);
    }

    /** The same for a message that is only looked at: nobody opts out there. */
    public RenderRequest sample(RenderRequest request) {
        return at(SelfService.SAMPLE_OPT_OUT, request);
    }

    /** Only over HTTPS, as RFC 8058 §3.1 demands: this machine in development is no such place. */
    private RenderRequest at(String path, RenderRequest request) {
        return web.ofBrand(request.template().brand().key())
                .filter(root -> root.startsWith("https:"))
                .map(root -> request.withOptOut(root + path))
                .orElse(request);
    }
}
