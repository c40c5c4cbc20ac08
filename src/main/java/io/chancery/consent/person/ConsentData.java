package io.chancery.consent.person;

import io.chancery.consent.Consents;
import io.chancery.consent.store.SuppressedAddresses;
import io.chancery.platform.person.Answers;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonalData;
import io.chancery.platform.person.Remainder;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Declarations with their proofs, preferences, and what the suppression list says of the person's addresses. */
@ApplicationScoped
class ConsentData implements PersonalData {

    /** By the ways in which a declaration belongs to a customer as it is today. */
    private static final String OWN = """
            (record_id = any ({records}) or customer_id = any ({customers})
                and (record_id is null or not exists (select from source_record where id = record_id)))
            """;

    private static final Share DECLARATIONS = Share.given(
            "declarations",
            "Einwilligungen, Widerrufe, Widersprüche und Einschränkungen mit ihren Nachweisen",
            "Consents, withdrawals, objections and restrictions with their proofs",
            """
            select id, status, channel, purpose, declared_at as "declaredAt", contact_point as "contactPoint", topics,
                source, evidence, proof, confirms, recorded_at as "recordedAt"
            from consent_declaration where
            """ + OWN + " order by declared_at, id");

    private static final Share PREFERENCES =
            Share.given("preferences", "Wie Sie angeschrieben werden möchten", "How you want to be written to", """
            select channels, quiet_from as "quietFrom", quiet_to as "quietTo", quiet_zone as "quietZone", language, source,
                evidence, declared_at as "declaredAt"
            from preference where customer_id = any ({customers}) order by declared_at
            """);

    private static final Share SUPPRESSIONS = Share.observed(
            "suppressions", "Adressen von Ihnen, die wir nicht benutzen", "Addresses of yours that we do not use", """
            select channel, address, scope, cause, created_at as "createdAt", expires_at as "expiresAt",
                lifted_at as "liftedAt"
            from suppression where lower(address) = any ({addresses}) order by created_at
            """);

    /** An address that others have, too, stays on the list for them. */
    private static final String FORGET_SUPPRESSIONS = """
            delete from suppression where address = any ({addresses}) and not exists (
                select from golden where customer_id <> all ({customers})
                    and suppression.address in (lower(golden.email), golden.mobile))
            """;

    private final Consents consents;
    private final SuppressedAddresses suppressed;

    ConsentData(Consents consents, SuppressedAddresses suppressed) {
        this.consents = consents;
        this.suppressed = suppressed;
    }

    @Override
    public List<Share> shares() {
        return List.of(DECLARATIONS, PREFERENCES, SUPPRESSIONS);
    }

    @Override
    public List<Remainder> remainders(Person person) {
        long hashes = consents.standing(person.id()).objection().isPresent()
                ? person.addresses().size()
                : suppressed.complained(person.addresses()).size();
        return hashes == 0
                ? List.of()
                : List.of(new Remainder(
                        "objection",
                        hashes,
                        "Ein Schlüssel-Hash jeder Adresse, an die keine Werbung gehen darf, damit der Widerspruch weiter gilt"
                                + " (DSGVO Art. 21 Abs. 3)",
                        "A keyed hash of each address that must not be advertised to, so that the objection still holds (GDPR"
                                + " Art. 21 (3))"));
    }

    @Override
    public void prepareErasing(Person person) {
        if (consents.standing(person.id()).objection().isPresent()) {
            suppressed.add(person.addresses());
        }
        suppressed.add(suppressed.complained(person.addresses()));
    }

    @Override
    public List<String> erasing() {
        return List.of(
                Answers.forgotten("""
                        select recorded_at as at, ucid as word from consent_declaration, unnest({ucids}) as ucid
                        where customer_id = any ({customers}) and record_id is null
                        """), "select erase_declarations({customers}, {records})", FORGET_SUPPRESSIONS);
    }
}
