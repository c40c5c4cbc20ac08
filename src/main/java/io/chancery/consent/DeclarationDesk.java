package io.chancery.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.consent.desk.ConsentDesk;
import io.chancery.consent.desk.SuppressionDesk;
import io.chancery.consent.optin.DoubleOptIn.Asking;
import io.chancery.consent.request.DeclarationBody;
import io.chancery.consent.request.PreferenceBody;
import io.chancery.consent.request.SuppressionBody;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.platform.IdGenerator;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Takes down what a customer said to one of our people: each order as the body of the call of the same name. */
@ApplicationScoped
public class DeclarationDesk {

    private static final Map<String, Status> IMPOSED =
            Map.of("objection", Status.OBJECTED, "restriction", Status.RESTRICTED, "death", Status.DECEASED);

    private final ConsentDesk desk;
    private final SuppressionDesk suppressions;
    private final CustomerIndex customers;
    private final Consents consents;
    private final IdGenerator ids;
    private final Clock clock;

    DeclarationDesk(
            ConsentDesk desk,
            SuppressionDesk suppressions,
            CustomerIndex customers,
            Consents consents,
            IdGenerator ids,
            Clock clock) {
        this.desk = desk;
        this.suppressions = suppressions;
        this.customers = customers;
        this.consents = consents;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is declared by {@code …/objection}, {@code …/restriction} or {@code …/death} if it is not lifted. */
    public static Status imposedBy(String right) {
        return Objects.requireNonNull(IMPOSED.get(right), "One of " + IMPOSED.keySet());
    }

    /**
     * Puts a consent or its withdrawal on record, or asks the customer by mail to confirm it.
     *
     * @param root what the addresses of our pages begin with
     * @return the declaration; empty if it is on record already
     * @throws ConsentException if anything is wrong with it
     */
    @Transactional
    public Optional<UUID> declare(Ucid ucid, JsonNode body, String by, String root) {
        var order = DeclarationBody.consent(body, clock.instant());
        var customer = customer(ucid);
        if (!order.doubleOptIn()) {
            return desk.declare(customer, order, by);
        }
        var asking = new Asking(null, by, null, root);
        return Optional.of(desk.ask(customer, consents.standing(customer.id()), order, asking)
                .declarationId());
    }

    /**
     * Puts an objection, a restriction or a death on record, or lifts it.
     *
     * @param right {@code objection}, {@code restriction} or {@code death}
     * @throws ConsentException if anything is wrong with it
     */
    @Transactional
    public Optional<UUID> declare(Ucid ucid, String right, JsonNode body, String by) {
        var order = DeclarationBody.standing(body, clock.instant(), imposedBy(right));
        return desk.declare(customer(ucid), order, by);
    }

    /** Puts preferences on record, in the place of all earlier ones. */
    @Transactional
    public void prefer(Ucid ucid, JsonNode body, String by) {
        var wanted = PreferenceBody.read(body, clock.instant(), by);
        desk.prefer(customer(ucid), wanted, Objects.requireNonNull(wanted.entry()));
    }

    /** Puts an address or number on the list of those that are not to be used. */
    @Transactional
    public UUID suppress(JsonNode body, String by) {
        var suppression = SuppressionBody.read(body, ids.next(), by, clock.instant());
        suppressions.add(suppression);
        return suppression.id();
    }

    /** Takes one off the list. */
    @Transactional
    public void lift(UUID suppression, JsonNode body, String by) {
        suppressions.lift(suppression, SuppressionBody.lift(body, by, clock.instant()));
    }

    private Known customer(Ucid ucid) {
        return customers.find(ucid).orElseThrow(ConsentException::unknownCustomer);
    }
}
