package io.chancery.customer.record;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.quality.address.Verdict;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contact points of records, in batches. */
@ApplicationScoped
class ContactPointTable {

    private record ContactPoint(
            UUID recordId,
            String kind,
            @Nullable String value,
            MappedRecord.Place place,
            @Nullable Verdict verdict) {}

    private static final MappedRecord.Place NOWHERE = new MappedRecord.Place(null, null, null, null);

    private final Sql sql;

    ContactPointTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes the contact points of these records those that the records name now.
     *
     * @param known those of them that were there before
     */
    void replace(Map<UUID, IncomingRecord> records, Set<UUID> known) {
        var points = records.entrySet().stream()
                .flatMap(entry -> points(entry.getKey(), entry.getValue()))
                .toList();
        if (!known.isEmpty()) {
            delete(known, points);
        }
        upsert(points);
    }

    private static Stream<ContactPoint> points(UUID recordId, IncomingRecord record) {
        var reach = record.mapped().reach();
        var place = record.mapped().place();
        var postal = place.isEmpty()
                ? Stream.<ContactPoint>empty()
                : Stream.of(new ContactPoint(
                        recordId,
                        "postal",
                        null,
                        place,
                        record.appraisal().quality().verdict()));
        var others = Stream.of(
                        new ContactPoint(recordId, "email", reach.email(), NOWHERE, null),
                        new ContactPoint(recordId, "mobile", reach.mobile(), NOWHERE, null),
                        new ContactPoint(recordId, "phone", reach.phone(), NOWHERE, null))
                .filter(point -> point.value() != null);
        return Stream.concat(postal, others);
    }

    private void delete(Set<UUID> records, List<ContactPoint> kept) {
        var text = """
                delete from contact_point where record_id = any (?) and (record_id, kind) not in
                    (select record_id, kind from unnest(?::uuid[], ?::text[]) as kept (record_id, kind))
                """;
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, records.stream());
            Sql.setUuids(statement, 2, kept.stream().map(ContactPoint::recordId));
            Sql.setTexts(statement, 3, kept.stream().map(ContactPoint::kind));
            return statement.executeUpdate();
        });
    }

    /** What was found invalid stays so until the source names something else. */
    private void upsert(List<ContactPoint> points) {
        var text = """
                insert into contact_point as known (record_id, kind, value, street, postcode, city, country, verdict, valid)
                select record_id, kind, value, street, postcode, city, country, verdict, true
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as named (record_id, kind, value, street, postcode, city, country, verdict)
                on conflict (record_id, kind) do update set value = excluded.value, street = excluded.street,
                    postcode = excluded.postcode, city = excluded.city, country = excluded.country,
                    verdict = excluded.verdict,
                    since = case when (known.value, known.street, known.postcode, known.city, known.country)
                        is distinct from
                        (excluded.value, excluded.street, excluded.postcode, excluded.city, excluded.country)
                        then now() else known.since end,
                    valid = known.valid or (known.value, known.street, known.postcode, known.city, known.country)
                        is distinct from
                        (excluded.value, excluded.street, excluded.postcode, excluded.city, excluded.country)
                where (known.value, known.street, known.postcode, known.city, known.country, known.verdict)
                    is distinct from (excluded.value, excluded.street, excluded.postcode, excluded.city,
                        excluded.country, excluded.verdict)
                """;
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, points.stream().map(ContactPoint::recordId));
            Sql.setTexts(statement, 2, points.stream().map(ContactPoint::kind));
            Sql.setTexts(statement, 3, points.stream().map(ContactPoint::value));
            Sql.setTexts(
                    statement, 4, points.stream().map(point -> point.place().street()));
            Sql.setTexts(
                    statement, 5, points.stream().map(point -> point.place().postcode()));
            Sql.setTexts(
                    statement, 6, points.stream().map(point -> point.place().city()));
            Sql.setTexts(
                    statement, 7, points.stream().map(point -> point.place().country()));
            Sql.setTexts(
                    statement,
                    8,
                    points.stream().map(ContactPoint::verdict).map(verdict -> verdict == null ? null : verdict.name()));
            return statement.executeUpdate();
        });
    }

    /** A contact point's record, and whose that is. */
    record Owned(UUID recordId, UUID customerId) {}

    /** Lets a contact point count no longer, wherever a record of this customer names it. */
    List<Owned> invalidate(UUID customerId, String kind, String value) {
        var text = """
                update contact_point as point set valid = false
                from current_customer join link on link.customer_id = current_customer.current_id
                where current_customer.customer_id = ? and point.record_id = link.record_id
                    and point.kind = ? and point.valid and lower(?) = lower(case point.kind
                        when 'postal' then point.street || ', ' || point.postcode || ' ' || point.city || ', '
                            || point.country
                        else point.value end)
                returning point.record_id, link.customer_id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            statement.setString(2, kind);
            statement.setString(3, value);
            return Sql.rows(statement, row -> new Owned(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        });
    }
}
