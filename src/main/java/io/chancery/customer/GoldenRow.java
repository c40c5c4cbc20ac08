package io.chancery.customer;

import static java.util.Objects.requireNonNull;

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
record GoldenRow(UUID id, Recipient recipient, @Nullable String birthDate, CustomerView.ContactPoints contact) {

    static GoldenRow read(ResultSet row) throws SQLException {
        var name = new PersonName(
                row.getString("salutation"),
                row.getString("title"),
                row.getString("given_name"),
                row.getString("family_name"));
        var preferred = row.getString("preferred_channel");
        var contact = contact(row);
        var recipient = new Recipient(
                new Ucid(row.getString("ucid")),
                row.getLong("version"),
                name,
                row.getObject("birth_date", LocalDate.class),
                row.getString("language"),
                preferred == null ? null : new Channel(preferred),
                new Recipient.ContactPoints(
                        postal(contact.address()), contact.email(), contact.mobile(), contact.phone()));
        return new GoldenRow(row.getObject("id", UUID.class), recipient, row.getString("birth_date"), contact);
    }

    private static CustomerView.ContactPoints contact(ResultSet row) throws SQLException {
        var address = new CustomerView.Address(
                row.getString("street"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("country"),
                row.getBoolean("deliverable"));
        return new CustomerView.ContactPoints(
                address.isEmpty() ? null : address,
                row.getString("email"),
                row.getString("mobile"),
                row.getString("phone"));
    }

    /** A letter needs all of the address. */
    private static @Nullable PostalAddress postal(CustomerView.@Nullable Address address) {
        return address == null || !address.deliverable()
                ? null
                : new PostalAddress(
                        requireNonNull(address.street()),
                        requireNonNull(address.postcode()),
                        requireNonNull(address.city()),
                        requireNonNull(address.country()));
    }

    CustomerView view(List<CustomerView.SourceRecord> records) {
        return new CustomerView(
                recipient.ucid(),
                recipient.version(),
                recipient.name(),
                birthDate,
                recipient.language(),
                recipient.preferred(),
                contact,
                records);
    }
}
