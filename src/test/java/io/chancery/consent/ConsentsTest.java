package io.chancery.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.DatabaseException;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Declarant;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ConsentsTest {

    private static final String ADDRESS = "ada@example.org";
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
        run("insert into customer values ('%s', '%s', 1, now(), now())".formatted(id, ucid(id)));
        return id;
    }

    private static String ucid(UUID id) {
        return Ucid.ofNumber(800_000_000_000L + Math.floorMod(id.hashCode(), 1_000_000_000))
                .text();
    }

    private UUID aRecordOf(UUID owner) {
        var id = ids.next();
        run("insert into source values ('consent-test', 'Test', 50, '{}', 1, now()) on conflict do nothing");
        run("""
                insert into source_record (id, source, external_id, raw, hash, salutation, title, given_name, family_name,
                    language, version, received_at)
                values ('%1$s', 'consent-test', '%1$s', '{}', sha256('x'), '', '', '', '', 'de', 1, now())
                """.formatted(id));
        run("insert into link values ('%s', '%s', 1, 'own-record', 'auto', now())".formatted(id, owner));
        return id;
    }

    private void move(UUID record, UUID to) {
        run("update link set customer_id = '%s' where record_id = '%s'".formatted(to, record));
    }

    private void merge(UUID gone, UUID survivor) {
        run("update link set customer_id = '%s' where customer_id = '%s'".formatted(survivor, gone));
        run("update customer set merged_into = '%s', merged_at = now() where id = '%s'".formatted(survivor, gone));
    }

    private void undoMergeOf(UUID gone, UUID record) {
        run("update customer set merged_into = null, merged_at = null where id = '%s'".formatted(gone));
        move(record, gone);
    }

    private void run(String statement) {
        sql.run(statement, PreparedStatement::execute);
    }

    private void declare(Channel channel, Status status, @Nullable Instant at) {
        declare(customer, null, channel, status, at);
    }

    private void declare(UUID by, @Nullable UUID record, Channel channel, Status status, @Nullable Instant at) {
        consents.declare(List.of(new ConsentDeclared(
                new Declarant(by, record),
                new Scope(channel, "marketing"),
                status,
                at,
                ADDRESS,
                List.of("news"),
                new Evidence("test", "said so", Map.of()))));
    }

    private ConsentDecision advertising(UUID id, Channel channel) {
        return consents.decide(id, new ConsentQuestion(channel, MessageClass.MARKETING, Purpose.PROMOTE, ADDRESS));
    }

    private ConsentDecision newsletter(UUID id) {
        return advertising(id, Channel.EMAIL);
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
    void who_never_said_anything_gets_letters_and_invoices_and_nothing_else() {
        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_MISSING));
        assertThat(advertising(customer, Channel.PRINT)).isInstanceOf(ConsentDecision.Allowed.class);
    }

    @Test
    void confirmed_consent_allows_and_can_be_proved() {
        declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);

        assertThat(newsletter(customer))
                .isInstanceOf(ConsentDecision.Allowed.class)
                .extracting(Object::toString)
                .asString()
                .contains("confirmed at 2026-03-02T10:00:00Z by test, declaration ")
                .doesNotContain(ADDRESS, "said so");
        assertThat(consents.standing(customer).history())
                .extracting(declaration -> declaration.evidence().text())
                .containsExactly("said so");
    }

    @Test
    void a_clock_that_is_ahead_does_not_outlive_a_withdrawal() {
        declare(Channel.EMAIL, Status.CONFIRMED, Instant.parse("2999-01-01T00:00:00Z"));
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, null);

        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void the_same_declaration_is_put_on_record_once() {
        var record = aRecordOf(customer);
        for (int i = 0; i < 2; i++) {
            declare(Channel.EMAIL, Status.CONFIRMED, MONDAY);
            declare(Channel.SMS, Status.PENDING, null);
            declare(customer, record, Channel.EMAIL, Status.CONFIRMED, MONDAY);
            declare(customer, record, Channel.SMS, Status.PENDING, null);
        }

        assertThat(onRecord()).isEqualTo(4);
    }

    @Test
    void a_change_of_mind_is_put_on_record_even_if_nobody_knows_when() {
        declare(Channel.EMAIL, Status.CONFIRMED, null);
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, null);

        assertThat(onRecord()).isEqualTo(2);
        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void many_customers_are_decided_at_once_aliases_included() {
        var survivor = aCustomerId();
        var silent = aCustomerId();
        var record = aRecordOf(customer);
        declare(customer, record, Channel.EMAIL, Status.CONFIRMED, MONDAY);
        merge(customer, survivor);

        var question = new ConsentQuestion(Channel.EMAIL, MessageClass.MARKETING, Purpose.PROMOTE, ADDRESS);
        var decisions = consents.decide(Map.of(customer, question, survivor, question, silent, question));

        assertThat(decisions)
                .isEqualTo(Map.of(
                        customer,
                        newsletter(survivor),
                        survivor,
                        newsletter(customer),
                        silent,
                        refused(Reason.CONSENT_MISSING)));
        assertThat(newsletter(survivor)).isInstanceOf(ConsentDecision.Allowed.class);
    }

    @Test
    void a_consent_goes_where_its_record_goes() {
        var other = aCustomerId();
        var record = aRecordOf(customer);
        declare(customer, record, Channel.EMAIL, Status.CONFIRMED, MONDAY);

        move(record, other);

        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_MISSING));
        assertThat(newsletter(other)).isInstanceOf(ConsentDecision.Allowed.class);
    }

    @Test
    void a_merge_and_its_undo_leave_every_consent_as_it_was() {
        var survivor = aCustomerId();
        var mine = aRecordOf(customer);
        var theirs = aRecordOf(survivor);
        declare(customer, mine, Channel.EMAIL, Status.CONFIRMED, MONDAY);
        declare(survivor, theirs, Channel.EMAIL, Status.UNSUBSCRIBED, TUESDAY);
        declare(Channel.SMS, Status.CONFIRMED, MONDAY);
        var before = List.of(newsletter(customer), newsletter(survivor), advertising(customer, Channel.SMS));

        merge(customer, survivor);
        assertThat(newsletter(survivor)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
        undoMergeOf(customer, mine);

        assertThat(List.of(newsletter(customer), newsletter(survivor), advertising(customer, Channel.SMS)))
                .isEqualTo(before);
    }

    @Test
    void a_merge_never_creates_a_consent_for_the_address_of_the_other_record() {
        var survivor = aCustomerId();
        declare(customer, aRecordOf(customer), Channel.EMAIL, Status.CONFIRMED, MONDAY);
        merge(customer, survivor);

        var decision = consents.decide(
                survivor,
                new ConsentQuestion(Channel.EMAIL, MessageClass.MARKETING, Purpose.PROMOTE, "golden@example.org"));

        assertThat(decision).isEqualTo(refused(Reason.CONSENT_FOR_OTHER_ADDRESS));
    }

    @Test
    void what_a_customer_refused_holds_for_both_should_they_turn_out_to_be_two() {
        var survivor = aCustomerId();
        var mine = aRecordOf(customer);
        var theirs = aRecordOf(survivor);
        declare(customer, mine, Channel.EMAIL, Status.CONFIRMED, MONDAY);
        declare(survivor, theirs, Channel.EMAIL, Status.CONFIRMED, MONDAY);
        merge(customer, survivor);
        declare(survivor, null, Channel.EMAIL, Status.UNSUBSCRIBED, TUESDAY);

        undoMergeOf(customer, mine);

        assertThat(newsletter(survivor)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @Test
    void of_a_record_that_is_gone_only_refusals_count() {
        var granting = aRecordOf(customer);
        var refusing = aRecordOf(customer);
        declare(customer, granting, Channel.SMS, Status.CONFIRMED, MONDAY);
        declare(customer, refusing, Channel.EMAIL, Status.UNSUBSCRIBED, MONDAY);

        run("delete from source_record where id in ('%s', '%s')".formatted(granting, refusing));

        assertThat(advertising(customer, Channel.SMS)).isEqualTo(refused(Reason.CONSENT_MISSING));
        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update consent_declaration set status = 'confirmed'",
                "delete from consent_declaration",
                "truncate consent_declaration cascade"
            })
    void nobody_rewrites_what_was_declared(String attempt) {
        declare(Channel.EMAIL, Status.UNSUBSCRIBED, MONDAY);

        assertThatThrownBy(() -> sql.run(attempt, PreparedStatement::execute)).isInstanceOf(DatabaseException.class);
        assertThat(newsletter(customer)).isEqualTo(refused(Reason.CONSENT_WITHDRAWN));
    }
}
