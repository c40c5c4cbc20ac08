package io.chancery.archive.person.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.person.order.OrderTable.Order;
import io.chancery.platform.keys.MasterKey;
import io.chancery.platform.keys.SealedBytes;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * By what a person was found who has just been erased: their records, and addresses, which are nowhere else any more. Whatever
 * came in by them while they were erased is swept out by it, minutes later, and then it goes, too. It is encrypted under a key
 * that is not in the database, so that a back-up of these minutes tells nothing.
 */
@ApplicationScoped
public class Remembrance {

    private final PersonIndex index;
    private final SealedBytes sealing;
    private final ObjectMapper json;

    Remembrance(PersonIndex index, MasterKey master, ObjectMapper json) {
        this.index = index;
        this.sealing = new SealedBytes(master.derived("erasure order"));
        this.json = json;
    }

    private record Known(List<UUID> records, List<String> names, List<String> addresses) {}

    /** The person whom an order is about. */
    public Person find(Order order) {
        return whole(order, index.find(order.customerId()).orElseThrow());
    }

    /** The same, whom nobody changes until the caller's transaction ends: see {@link PersonIndex#lock}. */
    public Person lock(Order order) {
        return whole(order, index.lock(order.customerId()).orElseThrow());
    }

    private Person whole(Order order, Person person) {
        var known = order.known();
        return known == null ? person : recall(order.id(), known, person);
    }

    /** Of the person, for an order. */
    public byte[] seal(UUID orderId, Person person) {
        try {
            var known = new Known(person.records(), person.names(), person.addresses());
            return sealing.seal(json.writeValueAsBytes(known), context(orderId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists can always be written", e);
        }
    }

    /** As they are known now, with all that they were known by before. */
    private Person recall(UUID orderId, byte[] sealed, Person person) {
        try {
            var known = json.readValue(sealing.open(sealed, context(orderId)), Known.class);
            return new Person(
                    person.id(),
                    person.ucid(),
                    person.customers(),
                    person.ucids(),
                    both(person.records(), known.records()),
                    both(person.names(), known.names()),
                    both(person.addresses(), known.addresses()),
                    person.erasedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> both(Collection<T> now, Collection<T> before) {
        return Stream.concat(now.stream(), before.stream()).distinct().toList();
    }

    private static byte[] context(UUID orderId) {
        return orderId.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
