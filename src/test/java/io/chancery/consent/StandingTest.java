package io.chancery.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision table: what was declared, and what follows. */
class StandingTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T10:00:00Z");
    private static final String ADDRESS = "ada@example.org";
    private static final String OTHER = "bob@example.org";

    private static Declaration said(Status status, Channel channel, String purpose, Instant at) {
        return declaration(status, new Scope(channel, purpose), at, ADDRESS, List.of());
    }

    private static Declaration email(Status status, Instant at) {
        return said(status, Channel.EMAIL, "marketing", at);
    }

    private static Declaration emailFor(Status status, Instant at, @Nullable String address) {
        return declaration(status, new Scope(Channel.EMAIL, "marketing"), at, address, List.of());
    }

    private static Declaration objection(Status status, Instant at) {
        return declaration(status, Scope.ADVERTISING, at, null, List.of());
    }

    private static Declaration restriction(Status status, Instant at, String... except) {
        return declaration(status, Scope.EVERYTHING, at, null, List.of(except));
    }

    private static Declaration declaration(
            Status status, Scope scope, Instant at, @Nullable String address, List<String> topics) {
        return new Declaration(
                UUID.randomUUID(),
                scope,
                status,
                at,
                address,
                topics,
                new Evidence("test", "said so", Map.of()),
                new Declaration.Entry(UUID.randomUUID(), null, null, "test", at));
    }

    private static String decide(ConsentQuestion question, Declaration... declarations) {
        var inAnyOrder = new ArrayList<>(Arrays.asList(declarations));
        Collections.shuffle(inAnyOrder, new Random(7));
        var decision = Standing.of(inAnyOrder).decide(question);
        return decision instanceof ConsentDecision.Refused refused
                ? refused.reason().name()
                : "ALLOWED";
    }

    private static ConsentQuestion advertising(Channel channel) {
        return new ConsentQuestion(channel, MessageClass.MARKETING, Purpose.PROMOTE, ADDRESS);
    }

    private static ConsentQuestion service(Channel channel, Purpose purpose) {
        return new ConsentQuestion(channel, MessageClass.TRANSACTIONAL, purpose, ADDRESS);
    }

    private static final ConsentQuestion NEWSLETTER = advertising(Channel.EMAIL);

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED,    CONFIRMED,    ALLOWED",
        "CONFIRMED,    PENDING,      CONSENT_UNCONFIRMED",
        "CONFIRMED,    UNSUBSCRIBED, CONSENT_WITHDRAWN",
        "CONFIRMED,    DENIED,       CONSENT_DENIED",
        "DENIED,       CONFIRMED,    ALLOWED",
        "PENDING,      CONFIRMED,    ALLOWED",
        "UNSUBSCRIBED, CONFIRMED,    ALLOWED",
        "UNSUBSCRIBED, PENDING,      CONSENT_UNCONFIRMED"
    })
    void the_later_counts(Status earlier, Status later, String expected) {
        assertThat(decide(NEWSLETTER, email(earlier, MONDAY), email(later, TUESDAY)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, PENDING,      CONSENT_UNCONFIRMED",
        "CONFIRMED, UNSUBSCRIBED, CONSENT_WITHDRAWN",
        "PENDING,   UNSUBSCRIBED, CONSENT_WITHDRAWN"
    })
    void of_two_at_one_time_the_stricter_counts(Status one, Status other, String expected) {
        assertThat(decide(NEWSLETTER, email(one, MONDAY), email(other, MONDAY))).isEqualTo(expected);
        assertThat(decide(NEWSLETTER, email(other, MONDAY), email(one, MONDAY))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms", "print", "fax"})
    void an_objection_beats_every_consent_on_every_channel_also_one_that_is_younger(String name) {
        var channel = new Channel(name);

        var decision = decide(
                advertising(channel),
                objection(Status.OBJECTED, MONDAY),
                said(Status.CONFIRMED, channel, "marketing", TUESDAY));

        assertThat(decision).isEqualTo("OBJECTED");
    }

    @Test
    void an_objection_ends_when_it_is_lifted_and_at_one_time_it_stays() {
        var consent = email(Status.CONFIRMED, MONDAY);
        var objection = objection(Status.OBJECTED, TUESDAY);

        assertThat(decide(NEWSLETTER, consent, objection, objection(Status.OBJECTION_LIFTED, WEDNESDAY)))
                .isEqualTo("ALLOWED");
        assertThat(decide(NEWSLETTER, consent, objection, objection(Status.OBJECTION_LIFTED, TUESDAY)))
                .isEqualTo("OBJECTED");
        assertThat(decide(NEWSLETTER, consent, objection, objection(Status.OBJECTION_LIFTED, MONDAY)))
                .isEqualTo("OBJECTED");
    }

    @Test
    void to_lift_an_objection_is_no_consent() {
        assertThat(decide(NEWSLETTER, objection(Status.OBJECTED, MONDAY), objection(Status.OBJECTION_LIFTED, TUESDAY)))
                .isEqualTo("CONSENT_MISSING");
    }

    @Test
    void an_objection_does_not_stop_an_invoice() {
        var invoice = service(Channel.EMAIL, Purpose.REQUEST_PAYMENT);

        assertThat(decide(invoice, objection(Status.OBJECTED, MONDAY))).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms", "print"})
    void a_restriction_stops_advertising_and_invoice_alike(String channel) {
        var restriction = restriction(Status.RESTRICTED, MONDAY);
        var question = new Channel(channel);

        assertThat(decide(service(question, Purpose.REQUEST_PAYMENT), restriction))
                .isEqualTo("RESTRICTED");
        assertThat(decide(advertising(question), restriction, email(Status.CONFIRMED, TUESDAY)))
                .isEqualTo("RESTRICTED");
    }

    @Test
    void a_restriction_lets_through_what_it_names_but_no_advertising() {
        var restriction = restriction(Status.RESTRICTED, MONDAY, "request-payment", "promote");

        assertThat(decide(service(Channel.PRINT, Purpose.REQUEST_PAYMENT), restriction))
                .isEqualTo("ALLOWED");
        assertThat(decide(service(Channel.PRINT, Purpose.INFORM), restriction)).isEqualTo("RESTRICTED");
        assertThat(decide(NEWSLETTER, restriction, email(Status.CONFIRMED, MONDAY)))
                .isEqualTo("RESTRICTED");
    }

    @Test
    void death_stops_what_a_restriction_lets_through_until_it_proves_a_mistake() {
        var named = restriction(Status.RESTRICTED, MONDAY, "request-payment");
        var died = restriction(Status.DECEASED, MONDAY, "request-payment");
        var question = service(Channel.PRINT, Purpose.REQUEST_PAYMENT);

        assertThat(decide(question, named, died)).isEqualTo("DECEASED");
        assertThat(decide(NEWSLETTER, died, email(Status.CONFIRMED, TUESDAY))).isEqualTo("DECEASED");
        assertThat(decide(question, died, restriction(Status.ALIVE, TUESDAY))).isEqualTo("ALLOWED");
    }

    @Test
    void a_restriction_ends_when_it_is_lifted() {
        var lifted = restriction(Status.RESTRICTION_LIFTED, TUESDAY);

        assertThat(decide(service(Channel.PRINT, Purpose.INFORM), restriction(Status.RESTRICTED, MONDAY), lifted))
                .isEqualTo("ALLOWED");
        assertThat(decide(service(Channel.PRINT, Purpose.INFORM), restriction(Status.RESTRICTED, TUESDAY), lifted))
                .isEqualTo("RESTRICTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms"})
    void a_consent_for_one_address_is_none_for_another(String name) {
        var scope = new Scope(new Channel(name), "marketing");

        var decision =
                decide(advertising(new Channel(name)), declaration(Status.CONFIRMED, scope, MONDAY, OTHER, List.of()));

        assertThat(decision).isEqualTo("CONSENT_FOR_OTHER_ADDRESS");
    }

    @Test
    void a_consent_for_an_address_that_nobody_knows_is_for_none() {
        assertThat(decide(NEWSLETTER, emailFor(Status.CONFIRMED, MONDAY, null))).isEqualTo("CONSENT_FOR_OTHER_ADDRESS");
    }

    @Test
    void addresses_are_compared_without_regard_to_capitals() {
        assertThat(decide(NEWSLETTER, emailFor(Status.CONFIRMED, MONDAY, "Ada@Example.ORG")))
                .isEqualTo("ALLOWED");
    }

    @Test
    void a_younger_consent_for_another_address_does_not_hide_the_one_that_fits() {
        assertThat(decide(NEWSLETTER, email(Status.CONFIRMED, MONDAY), emailFor(Status.CONFIRMED, TUESDAY, OTHER)))
                .isEqualTo("ALLOWED");
        assertThat(decide(NEWSLETTER, email(Status.CONFIRMED, MONDAY), emailFor(Status.PENDING, TUESDAY, OTHER)))
                .isEqualTo("ALLOWED");
    }

    @Test
    void a_withdrawal_ends_consents_for_every_address() {
        assertThat(decide(NEWSLETTER, email(Status.CONFIRMED, MONDAY), emailFor(Status.UNSUBSCRIBED, TUESDAY, OTHER)))
                .isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void a_letter_needs_no_consent_until_it_is_declined() {
        var letter = advertising(Channel.PRINT);

        assertThat(decide(letter)).isEqualTo("ALLOWED");
        assertThat(decide(letter, said(Status.UNSUBSCRIBED, Channel.PRINT, "marketing", MONDAY)))
                .isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void a_purpose_has_consents_of_its_own_beside_those_for_all_advertising() {
        var promote = said(Status.CONFIRMED, Channel.EMAIL, "promote", TUESDAY);

        assertThat(decide(NEWSLETTER, promote)).isEqualTo("ALLOWED");
        assertThat(decide(NEWSLETTER, said(Status.CONFIRMED, Channel.EMAIL, "educate", TUESDAY)))
                .isEqualTo("CONSENT_MISSING");
        assertThat(decide(NEWSLETTER, email(Status.UNSUBSCRIBED, MONDAY), promote))
                .isEqualTo("ALLOWED");
        assertThat(decide(NEWSLETTER, promote, email(Status.UNSUBSCRIBED, WEDNESDAY)))
                .isEqualTo("CONSENT_WITHDRAWN");
        assertThat(decide(NEWSLETTER, said(Status.CONFIRMED, Channel.EMAIL, "service", TUESDAY)))
                .isEqualTo("CONSENT_MISSING");
    }

    @Test
    void service_messages_avoid_the_channel_that_was_declined_but_letters_always_go() {
        var declined = said(Status.UNSUBSCRIBED, Channel.EMAIL, "service", MONDAY);
        var letter = said(Status.UNSUBSCRIBED, Channel.PRINT, "service", MONDAY);

        assertThat(decide(service(Channel.EMAIL, Purpose.INFORM), declined)).isEqualTo("SERVICE_DECLINED");
        assertThat(decide(service(Channel.SMS, Purpose.INFORM), declined)).isEqualTo("ALLOWED");
        assertThat(decide(service(Channel.PRINT, Purpose.INFORM), declined, letter))
                .isEqualTo("ALLOWED");
    }

    @Test
    void what_counts_is_the_latest_of_each_channel_and_purpose() {
        var standing = Standing.of(List.of(
                email(Status.CONFIRMED, MONDAY),
                email(Status.UNSUBSCRIBED, TUESDAY),
                said(Status.CONFIRMED, Channel.SMS, "service", MONDAY),
                objection(Status.OBJECTED, MONDAY)));

        assertThat(standing.effective())
                .extracting(each -> each.scope().channel() + " " + each.scope().purpose() + " " + each.status())
                .containsExactly("email marketing UNSUBSCRIBED", "sms service CONFIRMED");
        assertThat(standing.objection()).map(Declaration::at).hasValue(MONDAY);
        assertThat(standing.restriction()).isEmpty();
    }

    @Test
    void every_reason_that_stops_a_message_is_told_to_clerks_in_both_languages() {
        for (var reason : List.of(
                Reason.OBJECTED, Reason.RESTRICTED, Reason.CONSENT_FOR_OTHER_ADDRESS, Reason.SERVICE_DECLINED)) {
            assertThat(reason.sentence("de"))
                    .isNotEqualTo(reason.sentence("en"))
                    .endsWith(".");
        }
    }
}
