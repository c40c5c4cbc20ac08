package io.chancery.customer.page;

import static java.util.Objects.requireNonNullElse;

import io.chancery.customer.CustomerView;
import io.chancery.customer.CustomerView.Address;
import io.chancery.customer.CustomerView.ContactPoints;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Attribute.Category;
import io.chancery.vocabulary.PersonName;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at customers, and how much of them the roles let through.
 *
 * @param roles as in DESIGN.md §6
 */
public record Reader(Set<String> roles) {

    public static Reader of(SecurityIdentity caller) {
        return new Reader(caller.getRoles());
    }

    /** Whether the reader may see who a customer is; else a search by names would tell. */
    public boolean seesPersons() {
        return Sight.of(roles, Category.PERSONAL) == Sight.CLEAR;
    }

    @Nullable
    String see(Attribute attribute, @Nullable String value) {
        return Sight.of(roles, attribute.category()).apply(attribute, value);
    }

    /** The customer as the reader sees it. */
    public CustomerView see(CustomerView customer) {
        var contact = customer.contact();
        var address = contact.address();
        return new CustomerView(
                customer.ucid(),
                customer.version(),
                see(customer.name()),
                see(Attribute.BIRTH_DATE, customer.birthDate()),
                customer.language(),
                customer.preferredChannel(),
                new ContactPoints(
                        address == null ? null : see(address),
                        see(Attribute.EMAIL, contact.email()),
                        see(Attribute.MOBILE, contact.mobile()),
                        see(Attribute.PHONE, contact.phone())),
                customer.records());
    }

    PersonName see(PersonName name) {
        return new PersonName(
                requireNonNullElse(see(Attribute.SALUTATION, name.salutation()), ""),
                requireNonNullElse(see(Attribute.TITLE, name.title()), ""),
                requireNonNullElse(see(Attribute.GIVEN_NAME, name.given()), ""),
                requireNonNullElse(see(Attribute.FAMILY_NAME, name.family()), ""));
    }

    Address see(Address address) {
        return new Address(
                see(Attribute.STREET, address.street()),
                see(Attribute.POSTCODE, address.postcode()),
                see(Attribute.CITY, address.city()),
                see(Attribute.COUNTRY, address.country()),
                address.deliverable());
    }
}
