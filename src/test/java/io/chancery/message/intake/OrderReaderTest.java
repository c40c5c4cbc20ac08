package io.chancery.message.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.message.intake.MessageOrder.CopyOrder;
import io.chancery.message.intake.MessageOrder.CustomerKey;
import io.chancery.platform.Fault;
import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTest {

    private static final Set<Channel> CHANNELS = Set.of(Channel.PRINT, Channel.EMAIL, Channel.SMS);

    private final OrderReader reader = new OrderReader(CHANNELS, Instant.parse("2026-11-22T12:00:00Z"));

    private MessageOrder read(String body) {
        try {
            return reader.read(new ObjectMapper().readTree(body.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_full_order_is_read_without_a_fault() {
        var order = read("""
                {'template': 'invoice', 'customer': {'source': 'billing', 'record': 'K1'}, 'reference': 'R-1',
                 'data': {'number': 'R-1'}, 'channels': ['email', 'print'], 'language': 'de',
                 'sendAt': '2026-12-01T08:00:00Z', 'expiresAt': '2026-12-02T09:00:00+01:00', 'metadata': {'case': '1'}}
                """);

        assertThat(reader.faults()).isEmpty();
        assertThat(order.customer().record()).isEqualTo("K1");
        assertThat(order.options().channels()).containsExactly(Channel.EMAIL, Channel.PRINT);
        assertThat(order.options().expiresAt()).isEqualTo(Instant.parse("2026-12-02T08:00:00Z"));
    }

    @Test
    void a_last_date_that_has_passed_is_a_fault() {
        read("{'template': 'x', 'customer': {'ucid': 'x'}, 'data': {}, 'expiresAt': '2026-11-22T12:00:00Z'}");

        assertThat(reader.faults()).contains(new Fault("/expiresAt", "has passed"));
    }

    @Test
    void copies_name_a_role_and_a_customer() {
        var order = read("""
                {'template': 'invoice', 'customer': {'ucid': 'x'}, 'data': {}, 'copies': [
                    {'role': 'guardian', 'customer': {'source': 'crm', 'record': 'B'}},
                    {'role': 'adviser', 'customer': {'ucid': 'y'}}]}
                """);

        assertThat(reader.faults()).isEmpty();
        assertThat(order.copies())
                .containsExactly(
                        new CopyOrder("guardian", new CustomerKey(null, "crm", "B")),
                        new CopyOrder("adviser", new CustomerKey("y", null, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                                                           | /copies
                    [{}, {}, {}, {}, {}, {}]                                     | /copies
                    ['adviser']                                                  | /copies/0
                    [{'customer': {'ucid': 'y'}}]                                | /copies/0/role
                    [{'role': '', 'customer': {'ucid': 'y'}}]                    | /copies/0/role
                    [{'role': 'adviser'}]                                        | /copies/0/customer
                    [{'role': 'adviser', 'customer': {'source': 's'}}]           | /copies/0/customer
                    [{'role': 'adviser', 'customer': {'ucid': 'y', 'name': 1}}]  | /copies/0/customer/name
                    [{'role': 'adviser', 'customer': {'ucid': '\udc00'}}]        | /copies/0/customer/ucid
                    [{'role': 'a', 'customer': {'ucid': 'y'}, 'channels': []}]   | /copies/0/channels
                    """)
    void a_fault_of_a_copy_points_at_its_place(String copies, String pointer) {
        read("{'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'copies': " + copies + "}");

        assertThat(reader.faults()).extracting(Fault::pointer).isEqualTo(List.of(pointer));
    }

    @Test
    void what_may_be_left_out_may_be_left_out() {
        var order = read("{'template': 'invoice', 'customer': {'ucid': 'x'}, 'data': {}}");

        assertThat(reader.faults()).isEmpty();
        assertThat(order.reference()).isEmpty();
        assertThat(order.options().channels()).isEmpty();
        assertThat(order.metadata()).isEmpty();
        assertThat(order.copies()).isEmpty();
    }

    @Test
    void every_fault_is_named_at_once() {
        read(
                "{'customer': {'source': 'billing'}, 'channels': ['fax', 'sms', 'sms'], 'language': 'German', 'colour': 1}");

        assertThat(reader.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/colour", "/template", "/customer", "/data", "/channels/0", "/channels/2", "/language");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'template': 5, 'customer': {'ucid': 'x'}, 'data': {}}                                  | /template
                    {'template': 'a', 'customer': 'x', 'data': {}}                                          | /customer
                    {'template': 'a', 'customer': {'ucid': 'x', 'source': 's', 'record': 'r'}, 'data': {}}  | /customer
                    {'template': 'a', 'customer': {'ucid': 'x', 'name': 'n'}, 'data': {}}                   | /customer/name
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': []}                                | /data
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'channels': []}                | /channels
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'sendAt': 'tomorrow'}          | /sendAt
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'a/b': 1}                      | /a~1b
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'reference': 'a\\u0000'}        | /reference
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'reference': '\\ud83d'}         | /reference
                    {'template': 'a', 'customer': {'ucid': '\\udc00'}, 'data': {}}                          | /customer/ucid
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'metadata': {'b': [1, '\\u0000']}} | /metadata/b/1
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'metadata': {'a/b': '\\ud800'}} | /metadata/a~1b
                    {'template': 'a', 'customer': {'ucid': 'x'}, 'data': {}, 'metadata': {'\\u0000': 1}}    | /metadata
                    """)
    void a_fault_points_at_its_place(String body, String pointer) {
        read(body);

        assertThat(reader.faults()).extracting(Fault::pointer).isEqualTo(List.of(pointer));
    }

    @Test
    void a_message_must_not_expire_before_it_is_sent() {
        read("{'template': 'a', 'customer': {'ucid': 'x'}, 'data': {},"
                + " 'sendAt': '2026-12-02T00:00:00Z', 'expiresAt': '2026-12-01T00:00:00Z'}");

        assertThat(reader.faults()).extracting(Fault::pointer).containsExactly("/expiresAt");
    }
}
