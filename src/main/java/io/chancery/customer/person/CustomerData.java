package io.chancery.customer.person;

import io.chancery.customer.registry.MatchLock;
import io.chancery.customer.registry.Resolution;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonalData;
import io.chancery.platform.person.Remainder;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The golden record, what it was made of, and how we know that these records are one person. */
@ApplicationScoped
class CustomerData implements PersonalData {

    private static final Share GOLDEN = Share.given(
            "goldenRecord", "Ihre Stammdaten, wie wir sie verwenden", "Your master data as we use them", """
            select ucid, salutation, title, given_name as "givenName", family_name as "familyName",
                birth_date as "birthDate", language, preferred_channel as "preferredChannel", street, postcode, city,
                country, email, mobile, phone, quality, since, version
            from golden_record where id = any ({customers})
            """);

    private static final Share LINEAGE =
            Share.observed("lineage", """
                    Woher jede Angabe in den Stammdaten stammt""", "Where each of the master data comes from", """
            select entry->'attributes' as attributes, entry->>'source' as source, entry->>'externalId' as record,
                entry->>'rule' as rule, entry->>'since' as since
            from golden cross join jsonb_array_elements(lineage) as entry where customer_id = any ({customers})
            """);

    private static final Share RECORDS = Share.observed(
            "sourceRecords",
            "Was uns die einzelnen Systeme über Sie gemeldet haben",
            "What each system has told us about you",
            """
            select source, external_id as record, raw, salutation, title, given_name as "givenName",
                family_name as "familyName", birth_date as "birthDate", language,
                preferred_channel as "preferredChannel", modified_at as "modifiedAt", received_at as "receivedAt",
                version, quality
            from source_record where id = any ({records}) order by source, external_id
            """);

    private static final Share COLUMNS =
            Share.given("sourceValues", "Dieselben Meldungen, Angabe für Angabe", "The same, value by value", """
            select source, external_id as record, given.key as column, given.value
            from source_record cross join jsonb_each_text(raw) as given
            where id = any ({records}) order by source, external_id, given.key
            """);

    private static final Share VERSIONS = Share.observed(
            "earlierSourceRecords", "Frühere Fassungen dieser Meldungen", "Earlier versions of these records", """
            select source, external_id as record, earlier.version, earlier.raw, earlier.modified_at as "modifiedAt",
                earlier.received_at as "receivedAt", replaced_at as "replacedAt"
            from source_record_version as earlier join source_record on source_record.id = record_id
            where record_id = any ({records}) order by source, external_id, earlier.version
            """);

    private static final Share CONTACT_POINTS =
            Share.given("contactPoints", "Wo wir Sie erreichen", "Where we reach you", """
            select source, external_id as record, kind, value, street, postcode, city, country, valid, verdict, since
            from contact_point join source_record on source_record.id = record_id
            where record_id = any ({records}) order by kind, source, external_id
            """);

    private static final Share LINKS = Share.observed(
            "identityLinks",
            "Warum wir diese Meldungen für dieselbe Person halten",
            "Why we take these records for one person",
            """
            select source, external_id as record, score, rule, origin, linked_at as "linkedAt"
            from link join source_record on source_record.id = record_id
            where record_id = any ({records}) order by source, external_id
            """);

    /** Of moves between customers only that they happened: the other end may be somebody else. */
    private static final Share MOVES = Share.observed(
            "identityHistory", "Wann eine Meldung Ihnen zugeordnet wurde", "When a record was put down to you", """
            select source, external_id as record, rule, origin, score, moved_at as "movedAt"
            from link_history as history where record_id = any ({records}) and to_customer = any ({customers})
            order by moved_at, history.id
            """);

    private static final Share MANUAL =
            Share.given("correctedValues", "Was von Hand berichtigt wurde", "What was corrected by hand", """
            select attribute, value, set_at as "setAt" from manual_value
            where customer_id = any ({customers}) order by attribute
            """);

    private static final Share TRAITS = Share.observed(
            "matchingTraits",
            "Vereinheitlichte Angaben, an denen wir Dubletten erkennen",
            "Simplified values by which we recognise duplicates",
            """
            select source, external_id as record, traits from match_profile
                join source_record on source_record.id = record_id
            where record_id = any ({records}) order by source, external_id
            """);

    private static final Share FACTS = Share.observed(
            "toldToSources", "Was wir den Systemen zurückgemeldet haben", "What we have told the systems", """
            select source, external_id as record, fact, at from back_sync_fact
                join source_record on source_record.id = record_id
            where record_id = any ({records}) order by at
            """);

    /** A record that has gone, and of which nobody else has become the owner. */
    private static final String FORMER = """
            (record_id = any ({records}) or (to_customer = any ({customers}) or from_customer = any ({customers}))
                and not exists (select from link where link.record_id = link_history.record_id))
            """;

    /** What is to be told to the sources about these records, as long as they were the person's. */
    private static final String NEWS = """
            delete from outbox using (
                select name as subject, 'infinity'::timestamptz as until from unnest({names}) as name
                union all select source || '/' || external_id, moved_at from link_history
                    where from_customer = any ({customers})) as told
            where topic = 'source.update' and outbox.subject = told.subject and at <= until
            """;

    private final MatchLock lock;
    private final Resolution resolution;
    private final ErasedRecords erased;

    CustomerData(MatchLock lock, Resolution resolution, ErasedRecords erased) {
        this.lock = lock;
        this.resolution = resolution;
        this.erased = erased;
    }

    @Override
    public List<Share> shares() {
        return List.of(
                GOLDEN, LINEAGE, RECORDS, COLUMNS, VERSIONS, CONTACT_POINTS, LINKS, MOVES, MANUAL, TRAITS, FACTS);
    }

    @Override
    public List<Remainder> remainders(Person person) {
        return List.of(
                new Remainder(
                        "customer",
                        person.ucids().size(),
                        "Die Kundennummer (UCID) ohne alle Angaben, damit sie nie wieder vergeben wird",
                        "The customer's number (UCID) and nothing with it, so that it is never given again"),
                new Remainder(
                        "erasedRecords",
                        person.names().size(),
                        "Ein Schlüssel-Hash je Quellsatz, damit die Quelle die Person nicht ungefragt wieder anlegt",
                        "A keyed hash of each source record, so that its source does not bring the person back unasked"));
    }

    @Override
    public void prepareErasing(Person person) {
        lock.acquire();
        person.records().forEach(resolution::forget);
        erased.remember(person);
    }

    @Override
    public List<String> erasing() {
        return List.of(
                NEWS,
                // A steward's words, which may name the person.
                """
                update link_operation set reason = '' where id in (
                    select operation_id from match_decision
                        where record_a = any ({records}) or record_b = any ({records})
                    union select operation_id from link_history where operation_id is not null and
                """ + FORMER + ")",
                "delete from link_history where " + FORMER,
                // With everything that hangs on them: versions, contact points, links, profiles, questions, decisions.
                "delete from source_record where id = any ({records})",
                "delete from manual_value where customer_id = any ({customers})",
                "delete from golden where customer_id = any ({customers})",
                "update customer set erased_at = coalesce(erased_at, now()) where id = any ({customers})");
    }
}
