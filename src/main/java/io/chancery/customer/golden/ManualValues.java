package io.chancery.customer.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.customer.StewardDesk.HandValue;
import io.chancery.customer.golden.GoldenTable.Customer;
import io.chancery.customer.golden.ManualValueTable.Setting;
import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What stewards know better: set, and taken back, on the version of the golden record that they have seen. */
@ApplicationScoped
public class ManualValues {

    /** Above every source. */
    private static final int FULL_TRUST = 100;

    private final ManualValueTable values;
    private final GoldenTable table;
    private final GoldenValues goldenValues;
    private final Clock clock;

    ManualValues(ManualValueTable values, GoldenTable table, GoldenValues goldenValues, Clock clock) {
        this.values = values;
        this.table = table;
        this.goldenValues = goldenValues;
        this.clock = clock;
    }

    /**
     * What was set by hand.
     *
     * @param attribute the code of one, or {@code address}
     * @param bounced whether a delivery has shown that nobody is reached there; then it counts no longer
     */
    public record Kept(String attribute, JsonNode value, int trust, String setBy, Instant setAt, boolean bounced) {}

    /** Everything that is set by hand for a customer, or was for one merged into it. */
    public List<Kept> list(UUID customerId) {
        return values.list(customerId);
    }

    /** The same as people read it. */
    public static HandValue seen(Kept kept) {
        var value = kept.value();
        var text = value.isObject()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
        return new HandValue(kept.attribute(), text, kept.trust(), kept.setBy(), kept.setAt(), kept.bounced());
    }

    /**
     * Reads the body of {@code PUT …/values/{attribute}}.
     *
     * @throws InvalidValueException if anything is wrong with it
     */
    static Setting read(UUID customerId, String attribute, byte[] body, String by) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("value", "trust"));
        if (!fields.has("value")) {
            fields.fault("value", "is missing");
        }
        var trust = fields.number("trust", 0, FULL_TRUST);
        fields.refuseFaulty(InvalidValueException::bad);
        var value = ManualValueCheck.check(attribute, fields.node("value"));
        return new Setting(customerId, attribute, value, trust == null ? FULL_TRUST : trust.intValue(), by);
    }

    /** Sets a value by that body. */
    @Transactional
    public long put(UUID customerId, String attribute, byte[] body, long seen, String by) {
        return put(read(customerId, attribute, body, by), seen);
    }

    /**
     * Sets a value, which stands from now on unless a source that is trusted more says something.
     *
     * @param seen the version that the steward has seen
     * @throws StaleVersionException if the golden record has changed since
     */
    @Transactional
    long put(Setting setting, long seen) {
        lock(setting.customerId(), seen);
        values.put(setting, clock.instant());
        return refreshed(setting.customerId());
    }

    /**
     * Takes a value back; the sources decide again.
     *
     * @throws StaleVersionException if the golden record has changed since
     */
    @Transactional
    public long remove(UUID customerId, String attribute, long seen) {
        lock(customerId, seen);
        if (!values.remove(customerId, attribute)) {
            throw InvalidValueException.notSet(attribute);
        }
        return refreshed(customerId);
    }

    /**
     * Lets a value at which nobody is reached count no longer, until somebody sets it again.
     *
     * @param contactPoint an address for mail, a number in E.164, or {@link io.chancery.vocabulary.PostalAddress#line()}
     */
    @Transactional
    public void bounce(UUID customerId, Attribute attribute, String contactPoint) {
        var name = attribute == Attribute.STREET ? ManualValueTable.ADDRESS : attribute.code();
        goldenValues.refresh(values.bounce(customerId, name, contactPoint));
    }

    private void lock(UUID customerId, long seen) {
        var version = table.lock(List.of(customerId)).stream()
                .map(Customer::version)
                .findFirst()
                .orElse(0L);
        if (version != seen) {
            throw new StaleVersionException(version);
        }
    }

    private long refreshed(UUID customerId) {
        goldenValues.refresh(List.of(customerId));
        return table.get(List.of(customerId)).get(0).version();
    }
}
