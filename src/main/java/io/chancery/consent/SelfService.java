package io.chancery.consent;

import static io.chancery.vocabulary.ConsentDeclared.MARKETING;
import static io.chancery.vocabulary.ConsentDeclared.SERVICE;

import io.chancery.consent.PreferenceSheet.Choice;
import io.chancery.consent.desk.Choices;
import io.chancery.consent.desk.ConsentDesk;
import io.chancery.consent.optin.ConsentText;
import io.chancery.consent.optin.DoubleOptIn;
import io.chancery.consent.request.DeclarationOrder;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.platform.links.SignedLinks;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What customers do for themselves, without a key: whoever has the signed link is the customer. */
@ApplicationScoped
public class SelfService {

    /** Where a link for opting out that is only looked at leads: nowhere. */
    public static final String SAMPLE_OPT_OUT = "/preferences/sample";

    private static final String USE = "preferences";
    private static final String OPT_OUT = "opt-out";
    private static final Scope EMAIL_ADVERTISING = new Scope(Channel.EMAIL, MARKETING);
    private static final String PAGE = "preference-page";
    private static final String CUSTOMER = "customer";

    private final Consents consents;
    private final ConsentDesk desk;
    private final CustomerIndex customers;
    private final SignedLinks links;
    private final Clock clock;
    private final ConsentConfig config;

    SelfService(
            Consents consents,
            ConsentDesk desk,
            CustomerIndex customers,
            SignedLinks links,
            Clock clock,
            ConsentConfig config) {
        this.consents = consents;
        this.desk = desk;
        this.customers = customers;
        this.links = links;
        this.clock = clock;
        this.config = config;
    }

    /** Where the page is, and until when. */
    public record Link(String path, Instant until) {}

    /**
     * How the customer came.
     *
     * @param ip the request came from
     * @param language of the page
     * @param root what the addresses of our pages begin with
     */
    public record Visit(String ip, String language, String root) {}

    /**
     * What the customer wants from now on.
     *
     * @param chosen the keys of everything that is agreed to
     */
    public record Wish(Set<String> chosen, Preferences preferences) {}

    /** What came of it. */
    public enum Outcome {
        SAVED,
        /** A mail was sent that asks for a confirmation. */
        ASKED,
        /** Such a mail was sent a moment ago, so that no other one was sent. */
        ASKED_BEFORE
    }

    /** A new link to the page of a customer. */
    public Link link(UUID customerId) {
        var until = clock.instant().plus(config.preferencesLife());
        return new Link("/preferences/" + links.sign(USE, customerId, until), until);
    }

    /**
     * What the customer can decide.
     *
     * @param language of the texts to agree to, {@code de} or {@code en}
     * @throws ConsentException if the link is none of ours or has expired
     */
    @Transactional
    public PreferenceSheet open(String token, String language) {
        return sheet(customer(token), language);
    }

    private Known customer(String token) {
        var claim = links.verify(USE, token).orElseThrow(ConsentException::unknownLink);
        if (claim.expired()) {
            throw ConsentException.expiredLink();
        }
        return customers.find(claim.id()).orElseThrow(ConsentException::unknownLink);
    }

    private PreferenceSheet sheet(Known customer, String language) {
        var standing = consents.standing(customer.id());
        var choices = new Choices(customer, standing).all(language);
        var preferences = consents.preferences(customer.id());
        return new PreferenceSheet(
                standing.objection().isPresent(),
                standing.restriction().isPresent(),
                choices,
                preferences,
                preferences.language() == null ? customer.language() : preferences.language());
    }

    /**
     * Puts on record whatever differs from what is on record.
     *
     * @throws ConsentException if the link is none of ours or has expired
     */
    @Transactional
    public Outcome change(String token, Wish wish, Visit visit) {
        var customer = customer(token);
        var sheet = sheet(customer, visit.language());
        var outcome = Outcome.SAVED;
        for (var choice : changed(sheet, wish)) {
            var wanted = wish.chosen().contains(choice.key());
            if (wanted
                    && choice.channel().equals(Channel.EMAIL)
                    && choice.purpose().equals(MARKETING)) {
                outcome = ask(customer, choice, visit);
            } else {
                declare(customer, choice, wanted, visit);
            }
        }
        prefer(customer, sheet.preferences(), wish.preferences());
        return outcome;
    }

    /** While an objection is in force there is nothing to choose about advertising. */
    private static List<Choice> changed(PreferenceSheet sheet, Wish wish) {
        var changed = new ArrayList<Choice>();
        for (var choice : sheet.choices()) {
            boolean open = choice.isReachable()
                    && !(sheet.objected() && choice.purpose().equals(MARKETING));
            if (open && wish.chosen().contains(choice.key()) != choice.isWanted()) {
                changed.add(choice);
            }
        }
        return changed;
    }

    private Outcome ask(Known customer, Choice choice, Visit visit) {
        var asking = new DoubleOptIn.Asking(null, CUSTOMER, visit.language(), visit.root());
        var standing = consents.standing(customer.id());
        if (desk.askedRecently(standing, scope(choice))) {
            return Outcome.ASKED_BEFORE;
        }
        desk.ask(customer, standing, order(scope(choice), Status.PENDING, evidence(choice.text(), visit)), asking);
        return Outcome.ASKED;
    }

    private void declare(Known customer, Choice choice, boolean wanted, Visit visit) {
        var status = wanted ? Status.CONFIRMED : Status.UNSUBSCRIBED;
        var text = (wanted ? "[x] " : "[ ] ") + choice.text();
        desk.declare(customer, order(scope(choice), status, evidence(text, visit)), CUSTOMER);
    }

    private static Scope scope(Choice choice) {
        return new Scope(choice.channel(), choice.purpose());
    }

    private static DeclarationOrder order(Scope scope, Status status, Evidence evidence) {
        return new DeclarationOrder(scope, status, null, null, List.of(), evidence, null, false);
    }

    private static Evidence evidence(String text, Visit visit) {
        return new Evidence(
                PAGE,
                text,
                Map.of(
                        "textVersion",
                        ConsentText.VERSION,
                        "form",
                        visit.root() + "/preferences",
                        "requestIp",
                        visit.ip()));
    }

    private void prefer(Known customer, Preferences before, Preferences wanted) {
        boolean same = before.channels().equals(wanted.channels())
                && Objects.equals(before.quietHours(), wanted.quietHours())
                && Objects.equals(before.language(), wanted.language());
        if (!same) {
            desk.prefer(customer, wanted, new Preferences.Entry(PAGE, "", CUSTOMER, clock.instant()));
        }
    }

    /** Puts an objection to all advertising on record, or lifts it. */
    @Transactional
    public void object(String token, boolean lifted, Visit visit) {
        var customer = customer(token);
        var text = lifted ? "Objection taken back on the preference page" : "Objected on the preference page";
        var status = lifted ? Status.OBJECTION_LIFTED : Status.OBJECTED;
        if (consents.standing(customer.id()).objection().isPresent() == lifted) {
            desk.declare(customer, order(Scope.ADVERTISING, status, evidence(text, visit)), CUSTOMER);
        }
    }

    /**
     * Where a customer ends advertising by e-mail, and can do nothing else: mails are forwarded. Always the same, and
     * without end, as opting out does no harm to anybody.
     */
    public String optOutPath(UUID customerId) {
        return "/preferences/" + links.sign(OPT_OUT, customerId, Instant.MAX);
    }

    /** Whether the token opens no preferences, but only ends advertising by e-mail. */
    public boolean isOptOut(String token) {
        return links.verify(OPT_OUT, token).isPresent();
    }

    /**
     * Withdraws advertising by e-mail, once: by one click in a mail program (RFC 8058) or by a button. An old link to the
     * preferences will do, too, and whether there still is such a customer is nobody's business.
     *
     * @param said what the customer did
     * @throws ConsentException if the link is none of ours
     */
    @Transactional
    public void unsubscribe(String token, String said, Visit visit) {
        var claim = links.verify(OPT_OUT, token)
                .or(() -> links.verify(USE, token))
                .orElseThrow(ConsentException::unknownLink);
        customers
                .find(claim.id())
                .filter(customer -> !hasUnsubscribed(customer))
                .ifPresent(customer -> desk.declare(
                        customer, order(EMAIL_ADVERTISING, Status.UNSUBSCRIBED, evidence(said, visit)), CUSTOMER));
    }

    /** A record's word is not the customer's own: it goes where the record goes. */
    private boolean hasUnsubscribed(Known customer) {
        return consents.standing(customer.id()).history().stream()
                .filter(declaration -> Channel.EMAIL.equals(declaration.scope().channel())
                        && !SERVICE.equals(declaration.scope().purpose()))
                .reduce((earlier, later) -> later)
                .filter(last -> last.status() == Status.UNSUBSCRIBED
                        && last.scope().equals(EMAIL_ADVERTISING)
                        && last.entry().recordId() == null)
                .isPresent();
    }
}
