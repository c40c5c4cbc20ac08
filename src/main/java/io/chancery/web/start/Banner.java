package io.chancery.web.start;

import io.chancery.dispatch.Dispatcher;
import io.chancery.platform.database.EmbeddedDatabase;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says at start what runs where, and at the very first start the key to it. On the console and not in the log: a key has
 * no business in files that are kept and passed on.
 */
@ApplicationScoped
class Banner {

    /** After the providers were started, and before the demo, which needs the first client. */
    private static final int LATE = Interceptor.Priority.LIBRARY_AFTER + 500;

    private final FirstAccounts accounts;
    private final Dispatcher dispatcher;
    private final String version;
    private final String url;
    private final String host;
    private final int port;

    Banner(
            FirstAccounts accounts,
            Dispatcher dispatcher,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.accounts = accounts;
        this.dispatcher = dispatcher;
        this.version = version;
        this.url = url;
        this.host = host;
        this.port = port;
    }

    void print(@Observes @Priority(LATE) StartupEvent event) {
        var folder = Optional.ofNullable(EmbeddedDatabase.runningIn()).map(Path::toString);
        var key = accounts.key();
        System.out.print(new BannerText(version)
                .pages(host, port)
                .database(url, folder)
                .passwords(Optional.ofNullable(EmbeddedDatabase.passwords()).map(Path::toString))
                .providers(dispatcher.endpoints())
                .text(accounts.people(), key));
    }
}
