package io.chancery.platform.log;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Makes the console speak JSON, if {@code chancery.log.json} says so. Quarkus' own extension for it does not resolve where
 * we build; the few lines before this one begins come as text.
 */
@ApplicationScoped
class JsonLog {

    private final boolean wanted;

    JsonLog(@ConfigProperty(name = "chancery.log.json", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (wanted) {
            for (var handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
                if (handler instanceof ConsoleHandler console) {
                    console.setFormatter(new JsonLine());
                }
            }
        }
    }
}
