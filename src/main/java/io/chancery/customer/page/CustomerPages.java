package io.chancery.customer.page;

import io.chancery.customer.CustomerPage;
import io.chancery.customer.CustomerPage.ContactPoint;
import io.chancery.customer.CustomerPage.HouseholdMember;
import io.chancery.customer.CustomerPage.LineageEntry;
import io.chancery.customer.CustomerView;
import io.chancery.customer.golden.GoldenValues;
import io.chancery.customer.survivorship.SourceValues;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.CustomerFacet;
import io.chancery.vocabulary.Ucid;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a customer's page together, as far as the reader may see it. */
@ApplicationScoped
public class CustomerPages {

    private final PageTable table;
    private final GoldenValues goldenValues;
    private final List<CustomerFacet> facets;

    CustomerPages(PageTable table, GoldenValues goldenValues, @All List<CustomerFacet> facets) {
        this.table = table;
        this.goldenValues = goldenValues;
        this.facets = facets.stream()
                .sorted(Comparator.comparing(CustomerFacet::name))
                .toList();
    }

    /**
     * A customer that is looked at.
     *
     * @param asked the UCID that led to it
     */
    public record Subject(UUID id, CustomerView view, Ucid asked) {}

    public CustomerPage page(Subject subject, boolean withLineage, Reader reader) {
        return page(subject, withLineage ? lineage(subject.id(), reader) : null, reader, facets(subject.id()));
    }

    /** The same without what other features know. */
    public CustomerPage bare(Subject subject, Reader reader) {
        return page(subject, lineage(subject.id(), reader), reader, Map.of());
    }

    private CustomerPage page(
            Subject subject, @Nullable Map<String, LineageEntry> lineage, Reader reader, Map<String, Object> facets) {
        return new CustomerPage(
                reader.see(subject.view()),
                table.standing(subject.id(), subject.view().ucid(), subject.asked()),
                lineage,
                table.household(subject.id()).stream()
                        .map(member -> new HouseholdMember(member.ucid(), reader.see(member.name())))
                        .toList(),
                table.contactPoints(subject.id()).stream()
                        .map(point -> seen(point, reader))
                        .toList(),
                facets);
    }

    /** What one record says, as far as the reader may see it. */
    public static CustomerPage.Said said(SourceValues said, Reader reader) {
        var values = new LinkedHashMap<String, String>();
        said.values().forEach((attribute, value) -> {
            var seen = reader.see(attribute, value);
            if (seen != null) {
                values.put(attribute.code(), seen);
            }
        });
        var doubts = new LinkedHashMap<String, String>();
        said.standings()
                .forEach((attribute, standing) ->
                        doubts.put(attribute.code(), standing.name().toLowerCase(Locale.ROOT)));
        var origin = said.origin();
        return new CustomerPage.Said(origin.source(), origin.externalId(), said.trust(), said.at(), values, doubts);
    }

    private Map<String, LineageEntry> lineage(UUID customerId, Reader reader) {
        var lineage = new LinkedHashMap<String, LineageEntry>();
        goldenValues
                .find(customerId)
                .forEach((attribute, value) -> lineage.put(
                        attribute.code(),
                        new LineageEntry(
                                reader.see(attribute, value.value()),
                                value.origin().source(),
                                value.origin().externalId(),
                                value.rule(),
                                value.since())));
        return lineage;
    }

    private static ContactPoint seen(ContactPoint point, Reader reader) {
        var address = point.address();
        return new ContactPoint(
                point.kind(),
                reader.see(attributeOf(point), point.value()),
                address == null ? null : reader.see(address),
                point.health(),
                point.since(),
                point.source(),
                point.record());
    }

    private static Attribute attributeOf(ContactPoint point) {
        return point.address() == null ? Attribute.of(point.kind()) : Attribute.STREET;
    }

    private Map<String, Object> facets(UUID customerId) {
        var known = new TreeMap<String, Object>();
        for (var facet : facets) {
            @Nullable Object content = facet.of(customerId);
            if (content != null) {
                known.put(facet.name(), content);
            }
        }
        return known;
    }
}
