package io.chancery.customer;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the view {@code golden_record}. */
record GoldenRow(
        UUID id,
        Recipient recipient,
        @Nullable LocalDate birthDate,
        @Nullable String phone) {

    static GoldenRow read(ResultSet row) throws SQLException {
        var name = new PersonName(
                row.getString("salutation"),
                row.getString("title"),
                row.getString("given_name"),
                row.getString("family_name"));
        var preferred = row.getString("preferred_channel");
        var recipient = new Recipient(
                new Ucid(row.getString("ucid")),
                row.getLong("version"),
                name,
                row.getString("language"),
                preferred == null ? null : new Channel(preferred),
                address(row),
                row.getString("email"),
                row.getString("mobile"));
        var birthDate = row.getObject("birth_date", LocalDate.class);
        return new GoldenRow(row.getObject("id", UUID.class), recipient, birthDate, row.getString("phone"));
    }

    private static @Nullable PostalAddress address(ResultSet row) throws SQLException {
        var street = row.getString("street");
        return street == null
                ? null
                : new PostalAddress(street, row.getString("postcode"), row.getString("city"), row.getString("country"));
    }

    CustomerView view(List<CustomerView.SourceRecord> records) {
        return new CustomerView(
                recipient.ucid(),
                recipient.version(),
                recipient.name(),
                birthDate,
                recipient.language(),
                recipient.preferred(),
                new CustomerView.ContactPoints(recipient.address(), recipient.email(), recipient.mobile(), phone),
                records);
    }
}
