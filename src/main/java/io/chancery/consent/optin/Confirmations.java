package io.chancery.consent.optin;

import io.chancery.consent.ConsentException;
import io.chancery.consent.Declaration;
import io.chancery.consent.OptIns.State;
import io.chancery.consent.Standing;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.DeclarationReader;
import io.chancery.consent.store.DeclarationTable;
import io.chancery.consent.store.NewDeclaration;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.links.SignedLinks;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Takes the confirmations of double opt-ins. */
@ApplicationScoped
public class Confirmations {

    private final SignedLinks links;
    private final DeclarationReader reader;
    private final DeclarationTable table;
    private final CustomerIndex customers;
    private final IdGenerator ids;
    private final Clock clock;

    Confirmations(
            SignedLinks links,
            DeclarationReader reader,
            DeclarationTable table,
            CustomerIndex customers,
            IdGenerator ids,
            Clock clock) {
        this.links = links;
        this.reader = reader;
        this.table = table;
        this.customers = customers;
        this.ids = ids;
        this.clock = clock;
    }

    /** A request behind a link, and where it stands. */
    public record Request(Declaration declaration, State state) {}

    /**
     * The request that a link of a confirmation mail is about.
     *
     * @param standings gives the standing of a customer
     * @throws ConsentException if the link is none of ours or has expired
     */
    public Request find(String token, Function<UUID, Standing> standings) {
        var claim = links.verify(DoubleOptIn.USE, token).orElseThrow(ConsentException::unknownLink);
        var declaration =
                reader.find(claim.id()).filter(DoubleOptIn::isRequest).orElseThrow(ConsentException::unknownLink);
        if (reader.findConfirmation(declaration.id()).isPresent()) {
            return new Request(declaration, State.CONFIRMED);
        }
        if (claim.expired()) {
            throw ConsentException.expiredLink();
        }
        var standing = standings.apply(declaration.entry().customerId());
        boolean overtaken = refusedSince(declaration, standing) || !hasSameAddress(declaration);
        return new Request(declaration, overtaken ? State.OVERTAKEN : State.OPEN);
    }

    /** Who has said no meanwhile does not say yes by a mail that is older. */
    private static boolean refusedSince(Declaration request, Standing standing) {
        return standing.objection().isPresent()
                || standing.restriction().isPresent()
                || standing.history().stream()
                        .filter(declaration -> declaration.status().isConsent()
                                && declaration.status().isRefusal())
                        .filter(request::isOverruledBy)
                        .anyMatch(declaration -> !declaration.at().isBefore(request.at()));
    }

    private boolean hasSameAddress(Declaration request) {
        return customers
                .find(request.entry().customerId())
                .map(CustomerIndex.Known::email)
                .filter(request::isFor)
                .isPresent();
    }

    /**
     * Puts the confirmation on record, with everything that the request was proved by.
     *
     * @param ip where the confirmation came from
     */
    public void confirm(Declaration request, String ip) {
        var proof = new HashMap<>(request.evidence().proof());
        proof.put("confirmationIp", ip);
        proof.put("requestedAt", request.at().toString());
        var declared = new ConsentDeclared(
                new ConsentDeclared.Declarant(request.entry().customerId(), null),
                request.scope(),
                Status.CONFIRMED,
                clock.instant(),
                request.contactPoint(),
                request.topics(),
                new Evidence(request.evidence().source(), request.evidence().text(), proof));
        table.insert(List.of(new NewDeclaration(ids.next(), declared, request.id(), "customer")), clock.instant());
    }
}
