package io.chancery.message.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.customer.Customers;
import io.chancery.message.compose.MessageConfig;
import io.chancery.message.plan.Recipients;
import io.chancery.platform.Fault;
import io.chancery.render.RenderRequest;
import io.chancery.render.SampleRequest;
import io.chancery.template.Specimen;
import io.chancery.template.Specimens;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what a preview shows: a version, data that fit it, and a customer. */
@ApplicationScoped
public class Samples {

    private final Specimens specimens;
    private final Templates templates;
    private final Customers customers;
    private final Recipients recipients;
    private final MessageConfig config;
    private final Clock clock;

    Samples(
            Specimens specimens,
            Templates templates,
            Customers customers,
            Recipients recipients,
            MessageConfig config,
            Clock clock) {
        this.specimens = specimens;
        this.templates = templates;
        this.customers = customers;
        this.recipients = recipients;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A message that could be.
     *
     * @param customerId null for the invented customer of a fixture
     * @param fixtures the names of all
     */
    public record Sample(RenderRequest request, @Nullable UUID customerId, Set<String> fixtures) {}

    /** @throws io.chancery.platform.ProblemException if the request names what is not there, or data that do not fit */
    public Sample choose(String template, PreviewRequest asked) {
        return choose(specimen(template, asked), asked, false);
    }

    /**
     * The same of a version that need not be kept anywhere.
     *
     * @param masked whether a real customer is shown without what tells who it is
     */
    public Sample choose(Specimen specimen, PreviewRequest asked, boolean masked) {
        var request = SampleRequest.of(
                specimen.version(), sample(specimen, asked), LocalDate.ofInstant(clock.instant(), config.timeZone()));
        check(request, asked);
        var customerId = asked.customer() == null ? null : id(asked.customer());
        var addressed = customerId == null
                ? request
                : request.to(shown(recipient(customerId, request), masked), asked.language());
        var read = asked.copy() == null ? addressed : addressed.copied(asked.copy(), request.recipient());
        return new Sample(read, customerId, specimen.fixtures().keySet());
    }

    private Specimen specimen(String template, PreviewRequest asked) {
        if (asked.draft()) {
            return specimens.draft(template);
        }
        return asked.version() == null ? specimens.live(template) : specimens.version(template, asked.version());
    }

    private static JsonNode sample(Specimen specimen, PreviewRequest asked) {
        var fixtures = specimen.fixtures();
        if (asked.fixture() != null && !fixtures.containsKey(asked.fixture())) {
            throw refused("/fixture", "names no fixture; there are " + fixtures.keySet());
        }
        var sample = JsonNodeFactory.instance.objectNode();
        if (asked.fixture() != null) {
            sample.setAll((ObjectNode) fixtures.get(asked.fixture()));
        } else if (asked.data() == null && !fixtures.isEmpty()) {
            sample.setAll((ObjectNode) fixtures.get(fixtures.firstKey()));
        }
        if (asked.data() != null) {
            sample.set("data", asked.data());
        }
        if (asked.language() != null) {
            sample.put("language", asked.language());
        }
        return sample;
    }

    private void check(RenderRequest request, PreviewRequest asked) {
        var languages = request.template().settings().languages();
        if (asked.language() != null && !languages.contains(asked.language())) {
            throw refused("/language", "the template has only " + languages);
        }
        var roles = request.template().settings().plan().copies().keySet();
        if (asked.copy() != null && !roles.contains(asked.copy())) {
            throw refused("/copy", "is not a role of the template; it has " + roles);
        }
        var faults = templates.check(request.template(), request.data());
        if (!faults.isEmpty()) {
            throw PreviewException.invalid(faults);
        }
    }

    private UUID id(PreviewRequest.Customer asked) {
        var id = find(asked).orElseThrow(() -> refused("/customer", "no source record or customer has this id"));
        if (recipients.isRestricted(id)) {
            throw refused("/customer", "is restricted (GDPR Art. 18): these data are no example for anybody");
        }
        return id;
    }

    private Optional<UUID> find(PreviewRequest.Customer asked) {
        if (asked.source() != null && asked.record() != null) {
            return customers.findId(asked.source(), asked.record());
        }
        try {
            return customers.findId(new Ucid(Objects.requireNonNull(asked.ucid())));
        } catch (IllegalArgumentException noUcid) {
            return Optional.empty();
        }
    }

    private Recipient recipient(UUID customerId, RenderRequest request) {
        return recipients
                .find(customerId, request.template().settings())
                .orElseThrow(() -> refused("/customer", "no record is left of this customer"));
    }

    private static Recipient shown(Recipient recipient, boolean masked) {
        return masked ? Mask.of(recipient) : recipient;
    }

    private static PreviewException refused(String pointer, String detail) {
        return PreviewException.invalid(List.of(new Fault(pointer, detail)));
    }
}
