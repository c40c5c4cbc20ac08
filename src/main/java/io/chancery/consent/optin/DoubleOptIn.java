package io.chancery.consent.optin;

import io.chancery.consent.ConsentConfig;
import io.chancery.consent.ConsentException;
import io.chancery.consent.Declaration;
import io.chancery.consent.Standing;
import io.chancery.consent.request.DeclarationOrder;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.consent.store.DeclarationTable;
import io.chancery.consent.store.NewDeclaration;
import io.chancery.platform.Fault;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.links.SignedLinks;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.event.MessageRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks a customer by e-mail to confirm a consent. The mail carries no advertising: without consent it may not. */
@ApplicationScoped
public class DoubleOptIn {

    /** The use that links of confirmation mails are signed for. */
    public static final String USE = "confirm-consent";

    /** Where the proof of a request names the mail that was sent for it. */
    public static final String MAIL = "confirmationMessage";

    private static final String TEMPLATE = "consent-confirmation";

    private final DeclarationTable table;
    private final SignedLinks links;
    private final Event<MessageRequested> messages;
    private final IdGenerator ids;
    private final Clock clock;
    private final ConsentConfig config;

    DoubleOptIn(
            DeclarationTable table,
            SignedLinks links,
            Event<MessageRequested> messages,
            IdGenerator ids,
            Clock clock,
            ConsentConfig config) {
        this.table = table;
        this.links = links;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /**
     * On whose behalf, and how.
     *
     * @param clientId who sees the mail as their own; null for Chancery itself
     * @param language of the mail; the customer's if null
     * @param root what the addresses of our pages begin with
     */
    public record Asking(
            @Nullable UUID clientId,
            String recordedBy,
            @Nullable String language,
            String root) {}

    /** What was asked, and until when it can be confirmed. */
    public record Asked(UUID declarationId, UUID messageId, Instant until) {}

    /**
     * Puts the request on record and sends the mail, both or neither.
     *
     * @param standing of the customer
     * @throws ConsentException if the customer has forbidden it, has no such address, or was asked a moment ago
     */
    public Asked ask(Known customer, Standing standing, DeclarationOrder order, Asking asking) {
        var now = clock.instant();
        refuseForbidden(standing);
        if (askedRecently(standing, order.scope())) {
            throw ConsentException.alreadyAsked();
        }
        var email = address(customer, order);
        var asked = new Asked(ids.next(), ids.next(), now.plus(config.confirmationLife()));
        var language =
                Objects.requireNonNullElse(asking.language(), Objects.requireNonNullElse(customer.language(), "de"));
        var evidence = evidence(order, language, asked);
        var declared = new ConsentDeclared(
                new ConsentDeclared.Declarant(customer.id(), null),
                order.scope(),
                Status.PENDING,
                now,
                email,
                order.topics(),
                evidence);
        table.insert(List.of(new NewDeclaration(asked.declarationId(), declared, null, asking.recordedBy())), now);
        var link = asking.root() + "/confirm/" + links.sign(USE, asked.declarationId(), asked.until());
        var data = Map.of(
                "link", link,
                "text", evidence.text(),
                "until", LocalDate.ofInstant(asked.until(), ZoneOffset.UTC).toString());
        messages.fire(new MessageRequested(
                asked.messageId(), asking.clientId(), customer.ucid(), TEMPLATE, Channel.EMAIL, language, data));
        return asked;
    }

    private static void refuseForbidden(Standing standing) {
        if (standing.restriction().isPresent()) {
            throw ConsentException.forbidden("restriction");
        }
        if (standing.objection().isPresent()) {
            throw ConsentException.forbidden("objection");
        }
    }

    /** Whether a mail that asks for it was sent a moment ago, whatever became of it: nobody is flooded with them. */
    public boolean askedRecently(Standing standing, ConsentDeclared.Scope scope) {
        var earliest = clock.instant().minus(config.askAgainAfter());
        return standing.history().stream()
                .filter(declaration -> declaration.scope().equals(scope))
                .anyMatch(declaration ->
                        isRequest(declaration) && declaration.at().isAfter(earliest));
    }

    /** Whether the declaration is one that a mail of ours asks to confirm. */
    static boolean isRequest(Declaration declaration) {
        return declaration.status() == Status.PENDING
                && declaration.evidence().proof().containsKey(MAIL);
    }

    /** The mail goes to the golden record's address, so that is the one that can be confirmed. */
    private static String address(Known customer, DeclarationOrder order) {
        var known = customer.email();
        var named = order.contactPoint();
        if (known == null) {
            throw ConsentException.invalid(
                    List.of(new Fault("/doubleOptIn", "the customer has no e-mail address on record")));
        }
        if (named != null && !named.equalsIgnoreCase(known)) {
            throw ConsentException.invalid(
                    List.of(new Fault("/contactPoint", "is not the customer's e-mail address on record")));
        }
        return known;
    }

    private static Evidence evidence(DeclarationOrder order, String language, Asked asked) {
        var given = order.evidence();
        var proof = new HashMap<>(given.proof());
        proof.put(MAIL, asked.messageId().toString());
        if (!given.text().isEmpty()) {
            return new Evidence(given.source(), given.text(), proof);
        }
        proof.put("textVersion", ConsentText.VERSION);
        var scope = order.scope();
        var text = ConsentText.of(Channel.EMAIL, Objects.requireNonNullElse(scope.purpose(), ""), language);
        return new Evidence(given.source(), text, proof);
    }
}
