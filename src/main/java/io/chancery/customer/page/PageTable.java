package io.chancery.customer.page;

import io.chancery.customer.CustomerPage.ContactPoint;
import io.chancery.customer.CustomerPage.HouseholdMember;
import io.chancery.customer.CustomerPage.Standing;
import io.chancery.customer.CustomerView.Address;
import io.chancery.customer.search.PlaceKey;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what stands on a customer's page beside the golden values. */
@ApplicationScoped
class PageTable {

    private static final int MOST_NEIGHBOURS = 200;
    private static final int MOST_MEMBERS = 20;

    private final Sql sql;

    PageTable(Sql sql) {
        this.sql = sql;
    }

    /** @param asked the UCID that led to this customer */
    Standing standing(UUID customerId, Ucid ucid, Ucid asked) {
        var text = """
                select golden.quality, golden.since, array(select alias.ucid from customer as alias
                    where alias.merged_into = golden.customer_id order by alias.merged_at, alias.ucid) as aliases
                from golden where golden.customer_id = ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            return Sql.rows(
                            statement,
                            row -> new Standing(
                                    asked.equals(ucid) ? null : asked,
                                    Stream.of((String[]) row.getArray("aliases").getArray())
                                            .map(Ucid::new)
                                            .toList(),
                                    row.getInt("quality"),
                                    row.getObject("since", OffsetDateTime.class).toInstant()))
                    .get(0);
        });
    }

    List<HouseholdMember> household(UUID customerId) {
        var text = """
                select other.customer_id, customer.ucid, other.salutation, other.title, other.given_name,
                    other.family_name, mine.family_name as my_family_name
                from golden as mine join golden as other on other.place_key = mine.place_key
                    join customer on customer.id = other.customer_id
                where mine.customer_id = ? and other.customer_id <> mine.customer_id and customer.merged_into is null
                order by other.customer_id limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            statement.setInt(2, MOST_NEIGHBOURS);
            return Sql.rows(statement, PageTable::relative).stream()
                    .flatMap(Optional::stream)
                    .limit(MOST_MEMBERS)
                    .toList();
        });
    }

    private static Optional<HouseholdMember> relative(ResultSet row) throws SQLException {
        var name = new PersonName(
                row.getString("salutation"),
                row.getString("title"),
                row.getString("given_name"),
                row.getString("family_name"));
        return PlaceKey.isOneFamily(row.getString("my_family_name"), name.family())
                ? Optional.of(new HouseholdMember(new Ucid(row.getString("ucid")), name))
                : Optional.empty();
    }

    List<ContactPoint> contactPoints(UUID customerId) {
        var text = """
                select point.*, record.source, record.external_id
                from link join source_record as record on record.id = link.record_id
                    join contact_point as point on point.record_id = record.id
                where link.customer_id = ? order by point.kind, record.source, record.external_id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, customerId);
            return Sql.rows(statement, PageTable::contactPoint);
        });
    }

    private static ContactPoint contactPoint(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var street = row.getString("street");
        var postcode = row.getString("postcode");
        var city = row.getString("city");
        var country = row.getString("country");
        boolean deliverable = Stream.of(street, postcode, city, country).allMatch(part -> part != null);
        return new ContactPoint(
                kind,
                row.getString("value"),
                kind.equals("postal") ? new Address(street, postcode, city, country, deliverable) : null,
                row.getBoolean("valid") ? "valid" : "bounced",
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("external_id"));
    }
}
