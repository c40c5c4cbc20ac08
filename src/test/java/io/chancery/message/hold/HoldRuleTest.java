package io.chancery.message.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chancery.archive.Archive;
import io.chancery.message.Caller;
import io.chancery.message.plan.Fallback;
import io.chancery.message.store.MessageRepository;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.work.Transactions;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import io.chancery.vocabulary.Reason;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class HoldRuleTest {

    @Inject
    Caller caller;

    @Inject
    Templates templates;

    @Inject
    MessageRepository messages;

    @Inject
    Fallback fallback;

    @Inject
    Archive archive;

    @Inject
    Transactions transactions;

    @TempDir
    private Path root;

    private record Config(Duration life, Optional<Set<Reason>> reasons) implements HoldConfig {}

    private HoldRule rule(Reason... reasons) {
        return new HoldRule(new Config(Duration.ofDays(1), Optional.of(Set.of(reasons))), fallback);
    }

    private UUID message(String channels) {
        var template = "t" + UUID.randomUUID().toString().substring(1);
        SampleFolder.in(root)
                .withAnother(template)
                .changing(template + "/template.yaml", "channels: [email, print]", channels);
        assertThat(templates.importFrom(root).faults()).isEmpty();
        caller.haveCustomer(
                "Regel",
                Map.of(
                        "first_name",
                        "Rita",
                        "last_name",
                        "Regel",
                        "email",
                        "rita.regel@example.org",
                        "street",
                        "Lindenstraße 5",
                        "zip",
                        "10969",
                        "city",
                        "Berlin"));
        return UUID.fromString(caller.accepted("""
                {"template": "%s", "customer": {"source": "crm", "record": "Regel"}, "sendAt": "2099-01-01T00:00:00Z",
                 "data": {"number": "R-1", "items": [{"quantity": "1", "price": "2.50", "vat": "19"}]}}
                """.formatted(template)));
    }

    private boolean holds(HoldRule rule, UUID id, Reason reason) {
        return transactions.call(() -> {
            var delivery = archive.deliveries(List.of(id)).get(id).get(0);
            return rule.holds(messages.findById(id), delivery, reason);
        });
    }

    @Test
    void what_somebody_can_mend_is_held_if_nothing_else_would_follow() {
        var only = message("channels: [email]");
        var first = message("channels: [email, print]");

        assertThat(holds(rule(Reason.SUPPRESSED), only, Reason.SUPPRESSED)).isTrue();
        assertThat(holds(rule(Reason.SUPPRESSED), only, Reason.NOT_RENDERABLE)).isFalse();
        assertThat(holds(rule(Reason.SUPPRESSED), first, Reason.SUPPRESSED))
                .as("a letter would follow")
                .isFalse();
        assertThat(holds(rule(), only, Reason.SUPPRESSED)).isFalse();
    }

    @Test
    void what_the_customer_or_the_law_forbids_cannot_be_held() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(Reason.OBJECTED))
                .withMessageContaining("chancery.hold.reasons");
    }
}
