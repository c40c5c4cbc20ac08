package io.chancery.dispatch.print;

import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.platform.work.DataDirectory;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Tells people in which folder the letters lie. */
@ApplicationScoped
class PrintEndpoint {

    @Produces
    @Dependent
    static ProviderEndpoint endpoint(PrintConfig config, DataDirectory data) {
        var folder = config.folder().orElseGet(() -> data.resolve("print"));
        return new ProviderEndpoint(
                Channel.PRINT, folder.toString(), config.folder().isEmpty());
    }
}
