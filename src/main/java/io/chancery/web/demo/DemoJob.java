package io.chancery.web.demo;

import io.chancery.customer.Customers;
import io.chancery.message.MessageFilter;
import io.chancery.message.Messages;
import io.chancery.platform.ProblemException;
import io.chancery.platform.security.ApiClients;
import io.chancery.template.Templates;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Fills an empty embedded database, once and in the background. */
@ApplicationScoped
class DemoJob {

    /** After the templates were imported and the first API client was made. */
    private static final int LATE = Interceptor.Priority.LIBRARY_AFTER + 900;

    private static final Logger LOG = Logger.getLogger(DemoJob.class);

    private final Demo demo;
    private final Customers customers;
    private final Templates templates;
    private final Messages messages;
    private final ApiClients clients;
    private final DemoText text;
    private volatile boolean stopping;

    DemoJob(Demo demo, Customers customers, Templates templates, Messages messages, ApiClients clients, DemoText text) {
        this.demo = demo;
        this.customers = customers;
        this.templates = templates;
        this.messages = messages;
        this.clients = clients;
        this.text = text;
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        if (!demo.isOn() || templates.findLive("invoice").isEmpty()) {
            return;
        }
        var client = clients.find(Demo.CLIENT);
        var mark = DemoMark.find().filter(found -> found.isSet() || isEmpty());
        if (client.isPresent() && mark.isPresent()) {
            var thread = new Thread(() -> load(client.get().id(), mark.get()), "demo");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private boolean isEmpty() {
        return customers.isEmpty() && messages.list(MessageFilter.newest(1)).isEmpty();
    }

    /** May begin anew after any step: records are taken once, and a message is known by its reference. */
    private void load(UUID clientId, DemoMark mark) {
        try {
            mark.set();
            loadCustomers();
            for (var body : DemoFiles.messages()) {
                send(clientId, body);
            }
            mark.remove();
        } catch (IOException | RuntimeException e) {
            if (!stopping) {
                LOG.error("The demo could not be loaded; the next start will go on with it", e);
            }
        }
    }

    private void loadCustomers() throws IOException {
        long records = 0;
        for (var source : DemoFiles.SOURCES) {
            try (var definition = DemoFiles.definition(source);
                    var content = DemoFiles.records(source)) {
                records += customers.load(source, definition, content);
            }
        }
        LOG.infof("Demo: took %d records of %d sources", records, DemoFiles.SOURCES.size());
    }

    private void send(UUID clientId, String body) {
        var request = text.json(body, Map.of());
        var reference = request.path("reference").asText();
        try {
            if (messages.list(new MessageFilter(null, null, null, reference, null, null, false, 1))
                    .isEmpty()) {
                messages.accept(clientId, request);
            }
        } catch (ProblemException e) {
            LOG.warnf("Demo: message %s was refused, %s", reference, e.code());
        }
    }
}
