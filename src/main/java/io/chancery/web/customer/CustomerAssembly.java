package io.chancery.web.customer;

import io.chancery.consent.Consents;
import io.chancery.consent.CustomerConsents;
import io.chancery.consent.Suppression;
import io.chancery.customer.CustomerPage;
import io.chancery.customer.CustomerPage.ContactPoint;
import io.chancery.customer.CustomerPage.LineageEntry;
import io.chancery.customer.CustomerPage.Said;
import io.chancery.customer.Customers;
import io.chancery.customer.StewardDesk;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.Reader;
import io.chancery.web.customer.CustomerSheet.GoldenField;
import io.chancery.web.customer.CustomerSheet.Reach;
import io.chancery.web.customer.CustomerSheet.Visit;
import io.chancery.web.customer.CustomerSheet.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a customer's page together, as far as the reader's roles go. */
@ApplicationScoped
class CustomerAssembly {

    private static final Set<String> SEE_CONSENTS = Set.of("agent", "steward", "compliance", "admin");
    private static final Set<String> SEE_MESSAGES = Set.of("agent", "compliance", "operator", "admin");
    private static final Set<String> STEWARDS = Set.of("steward", "compliance", "admin");

    private final Customers customers;
    private final StewardDesk stewards;
    private final Consents consents;
    private final Timelines timelines;

    CustomerAssembly(Customers customers, StewardDesk stewards, Consents consents, Timelines timelines) {
        this.customers = customers;
        this.stewards = stewards;
        this.consents = consents;
        this.timelines = timelines;
    }

    CustomerSheet sheet(Ucid ucid, Reader reader, Timeline.Filter filter, Visit visit) {
        var page = customers.page(ucid, reader.roles());
        var id = customers.getId(ucid.text());
        var known =
                reader.may(SEE_CONSENTS) ? CustomerConsents.of(consents.standing(id), consents.preferences(id)) : null;
        var stops = known == null ? List.<Suppression>of() : suppressions(id);
        return new CustomerSheet(
                page,
                fields(page, customers.said(ucid, reader.roles())),
                page.contactPoints().stream()
                        .map(point -> reach(point, stops, known))
                        .toList(),
                known,
                stops,
                reader.may(STEWARDS) ? stewards.handValues(ucid) : List.of(),
                timeline(id, reader, filter),
                visit);
    }

    @Nullable
    Timeline timeline(UUID customerId, Reader reader, Timeline.Filter filter) {
        return reader.may(SEE_MESSAGES) ? timelines.of(customerId, filter, reader.language()) : null;
    }

    private List<Suppression> suppressions(UUID id) {
        return consents.suppressions(customers.recipients(List.of(id)).values());
    }

    private static List<GoldenField> fields(CustomerPage page, List<Said> said) {
        Map<String, LineageEntry> lineage = page.lineage() == null ? Map.of() : page.lineage();
        return lineage.entrySet().stream()
                .filter(field -> field.getValue().value() != null)
                .map(field -> new GoldenField(
                        field.getKey(),
                        field.getValue(),
                        said.stream()
                                .filter(one -> one.values().containsKey(field.getKey()))
                                .map(one -> voice(field.getKey(), field.getValue(), one))
                                .toList()))
                .toList();
    }

    private static Voice voice(String attribute, LineageEntry golden, Said said) {
        var value = said.values().getOrDefault(attribute, "");
        var doubt = said.doubts().get(attribute);
        boolean agrees = value.equalsIgnoreCase(golden.value());
        boolean wins = said.source().equals(golden.source()) && said.record().equals(golden.record());
        return new Voice(said.source(), said.record(), said.trust(), said.at(), value, doubt, agrees, wins);
    }

    private static Reach reach(ContactPoint point, List<Suppression> stops, @Nullable CustomerConsents known) {
        var channel = point.kind().equals("email") ? Channel.EMAIL : Channel.SMS;
        var value = point.value() == null ? "" : point.value();
        var stopped = stops.stream()
                .filter(stop ->
                        stop.channel().equals(channel) && stop.address().equals(Suppression.normal(channel, value)))
                .findFirst()
                .orElse(null);
        boolean confirmed = known != null
                && known.effective().stream()
                        .anyMatch(
                                one -> one.status() == Status.CONFIRMED && value.equalsIgnoreCase(one.contactPoint()));
        return new Reach(point, stopped, confirmed);
    }
}
