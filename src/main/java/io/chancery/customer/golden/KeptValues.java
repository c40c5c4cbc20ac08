package io.chancery.customer.golden;

import static io.chancery.customer.survivorship.SourceValues.Standing.ASSUMED;
import static io.chancery.customer.survivorship.SourceValues.Standing.BOUNCED;
import static io.chancery.customer.survivorship.SourceValues.Standing.FAULTY;

import io.chancery.customer.quality.address.Verdict;
import io.chancery.customer.survivorship.Origin;
import io.chancery.customer.survivorship.SourceValues;
import io.chancery.customer.survivorship.SourceValues.Standing;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the records of customers say. */
@ApplicationScoped
public class KeptValues {

    private static final List<Attribute> OF_RECORD = List.of(
            Attribute.SALUTATION,
            Attribute.TITLE,
            Attribute.GIVEN_NAME,
            Attribute.FAMILY_NAME,
            Attribute.BIRTH_DATE,
            Attribute.LANGUAGE,
            Attribute.PREFERRED_CHANNEL);

    private static final Map<Attribute, String> VALIDITY = Map.of(
            Attribute.STREET, "address_valid",
            Attribute.EMAIL, "email_valid",
            Attribute.MOBILE, "mobile_valid",
            Attribute.PHONE, "phone_valid");

    private static final String SELECT = """
            with trusted as materialized
                (select key, trust, mapping #>> '{defaults,language}' as assumed_language from source)
            select link.customer_id, record.id, record.source, record.external_id, trusted.trust,
                coalesce(record.modified_at, record.received_at) as at, record.salutation, record.title,
                record.given_name, record.family_name, record.birth_date::text as birth_date, record.language,
                record.language = trusted.assumed_language as is_assumed, record.preferred_channel,
                postal.street, postal.postcode, postal.city, postal.country, postal.valid as address_valid,
                postal.verdict as address_verdict,
                email.value as email, email.valid as email_valid, mobile.value as mobile, mobile.valid as mobile_valid,
                phone.value as phone, phone.valid as phone_valid
            from (select * from link where customer_id = any (?) offset 0) as link
                cross join lateral (select * from source_record where id = link.record_id offset 0) as record
                join trusted on trusted.key = record.source
                left join lateral (select * from contact_point
                    where record_id = record.id and kind = 'postal' offset 0) as postal on true
                left join lateral (select * from contact_point
                    where record_id = record.id and kind = 'email' offset 0) as email on true
                left join lateral (select * from contact_point
                    where record_id = record.id and kind = 'mobile' offset 0) as mobile on true
                left join lateral (select * from contact_point
                    where record_id = record.id and kind = 'phone' offset 0) as phone on true
            """;

    private final Sql sql;

    KeptValues(Sql sql) {
        this.sql = sql;
    }

    /** What each record of each customer says; customers without records are missing. */
    public Map<UUID, List<SourceValues>> of(Collection<UUID> customerIds) {
        return sql.run(SELECT, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            var found = new HashMap<UUID, List<SourceValues>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("customer_id", UUID.class), id -> new ArrayList<>())
                            .add(values(row));
                }
            }
            return found;
        });
    }

    private static SourceValues values(ResultSet row) throws SQLException {
        var values = new EnumMap<Attribute, String>(Attribute.class);
        for (var attribute : OF_RECORD) {
            put(values, attribute, row);
        }
        for (var part : Attribute.ADDRESS) {
            put(values, part, row);
        }
        put(values, Attribute.EMAIL, row);
        put(values, Attribute.MOBILE, row);
        put(values, Attribute.PHONE, row);
        return new SourceValues(
                new Origin(row.getObject("id", UUID.class), row.getString("source"), row.getString("external_id")),
                row.getInt("trust"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                values,
                standings(row));
    }

    private static void put(Map<Attribute, String> values, Attribute attribute, ResultSet row) throws SQLException {
        var text = row.getString(attribute.column());
        if (text != null && !text.isBlank()) {
            values.put(attribute, text);
        }
    }

    private static Map<Attribute, Standing> standings(ResultSet row) throws SQLException {
        var standings = new EnumMap<Attribute, Standing>(Attribute.class);
        if (row.getBoolean("is_assumed")) {
            standings.put(Attribute.LANGUAGE, ASSUMED);
        }
        var verdict = row.getString("address_verdict");
        if (verdict != null && Verdict.valueOf(verdict).isFault()) {
            standings.put(Attribute.STREET, FAULTY);
        }
        for (var validity : VALIDITY.entrySet()) {
            boolean valid = row.getBoolean(validity.getValue());
            if (!valid && !row.wasNull()) {
                standings.put(validity.getKey(), BOUNCED);
            }
        }
        return standings;
    }
}
