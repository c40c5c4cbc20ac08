package io.chancery.consent;

import io.chancery.consent.ConsentDecision.Allowed;
import io.chancery.consent.ConsentDecision.Refused;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.Reason;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a customer stands: everything that was declared by the customer and by the records it consists of today, and
 * what follows from it. The later counts, of two at one time the stricter; what forbids more goes first.
 */
public final class Standing {

    /** Of a customer who never declared anything. */
    public static final Standing SILENT = new Standing(List.of());

    private static final ConsentDecision NO_CONSENT_NEEDED = new Allowed("Transactional messages need no consent");
    private static final ConsentDecision NEVER_OBJECTED = new Allowed("Advertising by letter was never objected to");

    private final List<Declaration> declarations;

    private Standing(List<Declaration> declarations) {
        this.declarations = declarations;
    }

    static Standing of(Collection<Declaration> declarations) {
        return new Standing(declarations.stream().sorted(Declaration.ORDER).toList());
    }

    /** Whether a message may be sent, and why. */
    public ConsentDecision decide(ConsentQuestion question) {
        if (death().isPresent()) {
            return new Refused(Reason.DECEASED);
        }
        var restriction = restriction();
        if (restriction.isPresent() && !letsThrough(restriction.get(), question)) {
            return new Refused(Reason.RESTRICTED);
        }
        boolean objected = question.isMarketing() && objection().isPresent();
        return objected ? new Refused(Reason.OBJECTED) : consented(question);
    }

    /** What was said about just this channel and purpose, were there no objection and no restriction. */
    public ConsentDecision consented(ConsentQuestion question) {
        var declared = about(question);
        if (!question.isMarketing()) {
            return service(declared, question);
        }
        return question.isPrint() ? byLetter(declared) : electronically(declared, question);
    }

    /** Advertising is never what the law allows in spite of a restriction. */
    private static boolean letsThrough(Declaration restriction, ConsentQuestion question) {
        return !question.isMarketing()
                && restriction.topics().contains(question.purpose().code());
    }

    /**
     * What a contract needs is sent without being asked, but not on a channel that the customer does not want for it: an
     * invoice by e-mail needs the recipient's agreement (UStG § 14 (1)). The letter always remains.
     */
    private static ConsentDecision service(List<Declaration> declared, ConsentQuestion question) {
        boolean declined = last(declared)
                .filter(declaration -> declaration.status().isRefusal())
                .isPresent();
        return declined && !question.isPrint() ? new Refused(Reason.SERVICE_DECLINED) : NO_CONSENT_NEEDED;
    }

    /** For print, what was not withdrawn is allowed (UWG § 7). */
    private static ConsentDecision byLetter(List<Declaration> declared) {
        return last(declared)
                .map(latest -> latest.status().isRefusal() ? refusal(latest) : new Allowed(latest.inShort()))
                .orElse(NEVER_OBJECTED);
    }

    /**
     * For every channel but print only what was confirmed is consent (UWG § 7, double opt-in), and only for the address
     * or number it was given for. A withdrawal needs no address: it ends whatever was given before.
     */
    private static ConsentDecision electronically(List<Declaration> declared, ConsentQuestion question) {
        if (declared.isEmpty()) {
            return new Refused(Reason.CONSENT_MISSING);
        }
        var given = sinceLastRefusal(declared);
        if (given.isEmpty()) {
            return refusal(declared.get(declared.size() - 1));
        }
        var fitting = given.stream()
                .filter(declaration -> fits(declaration, question))
                .toList();
        if (fitting.isEmpty()) {
            boolean confirmed = given.stream().anyMatch(declaration -> declaration.status() == Status.CONFIRMED);
            return new Refused(confirmed ? Reason.CONSENT_FOR_OTHER_ADDRESS : Reason.CONSENT_UNCONFIRMED);
        }
        var latest = fitting.get(fitting.size() - 1);
        return latest.status() == Status.CONFIRMED
                ? new Allowed(latest.inShort())
                : new Refused(Reason.CONSENT_UNCONFIRMED);
    }

    private static ConsentDecision refusal(Declaration latest) {
        return new Refused(latest.status() == Status.DENIED ? Reason.CONSENT_DENIED : Reason.CONSENT_WITHDRAWN);
    }

    private static List<Declaration> sinceLastRefusal(List<Declaration> declared) {
        int begin = declared.size();
        while (begin > 0 && !declared.get(begin - 1).status().isRefusal()) {
            begin--;
        }
        return declared.subList(begin, declared.size());
    }

    private static boolean fits(Declaration declaration, ConsentQuestion question) {
        return question.contactPoint() == null || declaration.isFor(question.contactPoint());
    }

    private List<Declaration> about(ConsentQuestion question) {
        return declarations.stream()
                .filter(declaration -> declaration.isAbout(question.channel()))
                .filter(declaration -> question.isAbout(declaration.scope().purpose()))
                .toList();
    }

    private static Optional<Declaration> last(List<Declaration> declared) {
        return declared.isEmpty() ? Optional.empty() : Optional.of(declared.get(declared.size() - 1));
    }

    /** The objection to all advertising that is in force (GDPR Art. 21). */
    public Optional<Declaration> objection() {
        return inForce(Status.OBJECTED, Status.OBJECTION_LIFTED);
    }

    /** The restriction of processing that is in force (GDPR Art. 18). */
    public Optional<Declaration> restriction() {
        return inForce(Status.RESTRICTED, Status.RESTRICTION_LIFTED);
    }

    /** The report that the customer has died. */
    public Optional<Declaration> death() {
        return inForce(Status.DECEASED, Status.ALIVE);
    }

    private Optional<Declaration> inForce(Status imposed, Status lifted) {
        var said = declarations.stream()
                .filter(declaration -> declaration.status() == imposed || declaration.status() == lifted)
                .toList();
        return last(said).filter(declaration -> declaration.status() == imposed);
    }

    /** The declaration that counts of each channel and purpose, in the order of their names. */
    public List<Declaration> effective() {
        Map<Scope, Declaration> latest = new LinkedHashMap<>();
        declarations.stream()
                .filter(declaration -> declaration.status().isConsent())
                .forEach(declaration -> latest.put(declaration.scope(), declaration));
        return latest.values().stream()
                .sorted((one, other) ->
                        one.scope().toString().compareTo(other.scope().toString()))
                .toList();
    }

    /** Everything, oldest first. */
    public List<Declaration> history() {
        return declarations;
    }
}
