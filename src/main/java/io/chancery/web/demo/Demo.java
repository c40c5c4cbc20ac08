package io.chancery.web.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.customer.Customers;
import io.chancery.dispatch.Dispatcher;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.message.Messages;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.database.EmbeddedDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The demo as people use it: send one invoice, see three channels. */
@ApplicationScoped
public class Demo {

    /** The name of the API client that an empty database begins with. */
    public static final String CLIENT = "demo";

    /** In all three channels reachable, in three countries and two languages. */
    private static final List<Key> REACHABLE = List.of(
            new Key("billing", "K100042"),
            new Key("crm", "0000091"),
            new Key("crm", "0000054"),
            new Key("crm", "0000266"));

    private static final int NUMBER_LENGTH = 6;

    private final DemoConfig config;
    private final Dispatcher dispatcher;
    private final Customers customers;
    private final Messages messages;
    private final IdGenerator ids;
    private final DemoText text;

    Demo(
            DemoConfig config,
            Dispatcher dispatcher,
            Customers customers,
            Messages messages,
            IdGenerator ids,
            DemoText text) {
        this.config = config;
        this.dispatcher = dispatcher;
        this.customers = customers;
        this.messages = messages;
        this.ids = ids;
        this.text = text;
    }

    /** A source record, as a request for a message names it. */
    private record Key(String source, String record) {

        @Override
        public String toString() {
            return source + "/" + record;
        }
    }

    /**
     * A customer who can be written to.
     *
     * @param key for {@link #sendInvoice}
     * @param language ISO 639-1
     */
    public record Recipient(String key, String name, String city, String language) {}

    /** Only on a database of our own and while every provider is a stand-in, so that no stranger ever hears of it. */
    public boolean isOn() {
        return config.enabled()
                && EmbeddedDatabase.runningIn() != null
                && dispatcher.endpoints().stream().allMatch(ProviderEndpoint::standIn);
    }

    /** To whom the invoice can be sent; nobody where there is no demo. */
    public List<Recipient> recipients() {
        return isOn() ? REACHABLE.stream().flatMap(this::recipient).toList() : List.of();
    }

    private Stream<Recipient> recipient(Key key) {
        return customers
                .findId(key.source(), key.record())
                .flatMap(id ->
                        Optional.ofNullable(customers.recipients(List.of(id)).get(id)))
                .filter(found -> found.address() != null)
                .map(found -> new Recipient(
                        key.toString(),
                        found.name().full(),
                        Objects.requireNonNull(found.address()).city(),
                        found.language()))
                .stream();
    }

    /**
     * Sends an invoice with a number of its own.
     *
     * @return the id of the message; none if the recipient is not one of {@link #recipients()}
     */
    public Optional<UUID> sendInvoice(String recipient, UUID clientId) {
        var key = REACHABLE.stream().filter(one -> isOn() && one.toString().equals(recipient));
        return key.findFirst()
                .map(one -> messages.accept(clientId, invoice(one)).id());
    }

    private JsonNode invoice(Key key) {
        var id = ids.next().toString();
        var number = "R-DEMO-" + id.substring(id.length() - NUMBER_LENGTH).toUpperCase(Locale.ROOT);
        return text.json(DemoFiles.invoice(), Map.of("number", number, "source", key.source(), "record", key.record()));
    }
}
