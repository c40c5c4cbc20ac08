package io.chancery.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.DatabaseException;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Ucid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ConsentsTest {

    private static final Channel FAX = new Channel("fax");
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");

    @Inject
    Consents consents;

    @Inject
    Sql sql;

    @Inject
    IdGenerator ids;

    private UUID customer;

    @BeforeEach
    void aCustomer() {
        customer = aCustomerId();
    }

    private UUID aCustomerId() {
        var id = ids.next();
        sql.run("insert into customer select ?, ?, 1, now(), now()", statement -> {
            statement.setObject(1, id);
            statement.setString(
                    2,
                    Ucid.ofNumber(800_000_000_000L + Math.floorMod(id.hashCode(), 1_000_000_000))
                            .text());
            return statement.execute();
        });
        return id;
    }

    private void declare(Channel channel, Status status, @Nullable Instant at) {
        declare("test/1", channel, status, at);
    }

    private void declare(String source, Channel channel, Status status, @Nullable Instant at) {
        consents.declare(
                List.of(new ConsentDeclared(customer, channel, status, at, "said so", source, List.of("news"))));
    }

    private ConsentDecision advertising(Channel channel) {
        return consents.decide(customer, channel, MessageClass.MARKETING);
    }

    private static ConsentDecision refused(Reason reason) {
        return new ConsentDecision.Refused(reason);
    }

    private long onRecord() {
        return sql.run("select count(*) from consent_declaration where customer_id = ?", statement -> {
            statement.setObject(1, customer);
            return Sql.rows(statement, row -> row.getLong(1)).get(0);
        });
    }

    @Test
    void a_transactional_message_needs_no_consent() {
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, MONDAY);

        assertThat(consents.decide(customer, Channel.EMAIL, MessageClass.TRANSACTIONAL))
                .isInstanceOf(ConsentDecision.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms", "fax"})
    void advertising_by_electronic_mail_needs_consent(String channel) {
        assertThat(advertising(new Channel(channel))).isEqualTo(refused(Reason.CONSENT_MISSING));
    }

    @ParameterizedTest
    @CsvSource({"PENDING, CONSENT_UNCONFIRMED", "UNSUBSCRIBED, CONSENT_WITHDRAWN"})
    void what_is_not_confirmed_is_no_consent(Status status, Reason reason) {
        declare(Channel.EMAIL, status, MONDAY);

        assertThat(advertising(Channel.EMAIL)).isEqualTo(refused(reason));
    }

    @Test
    void confirmed_consent_allows_and_can_be_proved() {
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);

        assertThat(advertising(Channel.EMAIL))
                .isEqualTo(new ConsentDecision.Allowed("confirmed at 2026-03-02T10:00:00Z by test/1: said so"));
    }

    @Test
    void consent_to_one_channel_is_no_consent_to_another() {
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);

        assertThat(advertising(Channel.SMS)).isEqualTo(refused(Reason.CONSENT_MISSING));
        assertThat(advertising(FAX)).isEqualTo(refused(Reason.CONSENT_MISSING));
    }

    @Test
    void advertising_by_letter_is_allowed_until_it_is_objected_to() {
        assertThat(advertising(Channel.PRINT)).isInstanceOf(ConsentDecision.Allowed.class);

        declare(Channel.PRINT, Status.UNSUBSCRIBED, MONDAY);

        assertThat(advertising(Channel.PRINT)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void the_latest_declaration_counts_whenever_it_was_heard() {
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, TUESDAY);
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);

        assertThat(advertising(Channel.EMAIL)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void of_two_declarations_at_one_time_the_stricter_counts() {
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, MONDAY);
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);

        assertThat(advertising(Channel.EMAIL)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void a_clock_that_is_ahead_does_not_outlive_a_withdrawal() {
        declare("test/1", Channel.EMAIL, Status.CONFIRMED, Instant.parse("2999-01-01T00:00:00Z"));
        declare("test/2", Channel.EMAIL, Status.UNSUBSCRIBED, null);

        assertThat(advertising(Channel.EMAIL)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void the_same_declaration_is_put_on_record_once() {
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);
        declare(Channel.SMS, Status.PENDING, null);
        declare(Channel.SMS, Status.PENDING, null);

        assertThat(onRecord()).isEqualTo(2);
    }

    @Test
    void a_change_of_mind_is_put_on_record_even_if_nobody_knows_when() {
        declare(Channel.EMAIL, Status.CONFIRMED, null);
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, null);

        assertThat(onRecord()).isEqualTo(2);
        assertThat(advertising(Channel.EMAIL)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void many_customers_are_decided_at_once() {
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);
        var other = aCustomerId();

        var decisions = consents.decide(List.of(customer, other), Channel.EMAIL, MessageClass.MARKETING);

        assertThat(decisions)
                .isEqualTo(Map.of(customer, advertising(Channel.EMAIL), other, refused(Reason.CONSENT_MISSING)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update consent_declaration set status = 'confirmed'",
                "delete from consent_declaration",
                "truncate consent_declaration"
            })
    void nobody_rewrites_what_was_declared(String attempt) {
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, MONDAY);

        assertThatThrownBy(() -> sql.run(attempt, PreparedStatement::execute)).isInstanceOf(DatabaseException.class);
        assertThat(advertising(Channel.EMAIL)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }
}
