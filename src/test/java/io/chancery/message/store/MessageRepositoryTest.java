package io.chancery.message.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.message.MessageFilter;
import io.chancery.message.MessageFilter.Narrowing;
import io.chancery.platform.TestDatabase;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageRepositoryTest {

    private static final int MANY = 20_010;
    private static final Narrowing PRINT = new Narrowing(Channel.PRINT, null);

    private final TestDatabase database = TestDatabase.create();
    private final MessageRepository repository = new MessageRepository(database.sql(), new ObjectMapper());

    @AfterEach
    void close() {
        database.close();
    }

    /** All went by mail but the oldest two and the newest one. */
    @BeforeEach
    void fill() {
        database.execute(
                "set session_replication_role = replica; insert into message (id, client_id, customer_id, ucid,"
                        + " template_version_id, template, class, language, data, send_at, created_at)"
                        + " select lpad(to_hex(n), 32, '0')::uuid, gen_random_uuid(), gen_random_uuid(), 'ucid', gen_random_uuid(),"
                        + " 'welcome', 'transactional', 'de', '{}', now(), now() from generate_series(1, %1$d) as n;"
                                .formatted(MANY)
                        + "insert into message_outcome (message_id) select id from message;"
                        + "insert into delivery (id, customer_id, message_id, channel, status)"
                        + " select id, customer_id, id, 'email', 'sent' from message;"
                        + "update delivery set channel = 'print' where id in ('%s', '%s', '%s');"
                                .formatted(message(1), message(2), message(MANY))
                        + "set session_replication_role = origin; analyze message, delivery");
    }

    private static UUID message(long number) {
        return new UUID(0, number);
    }

    private static MessageFilter filter(@Nullable String template, @Nullable UUID after) {
        return new MessageFilter(null, null, template, null, null, after, false, 2);
    }

    private MessageRepository.Found find(MessageFilter filter) {
        return database.call(() -> repository.find(filter, PRINT));
    }

    @Test
    void a_rare_channel_is_looked_for_in_so_many_messages_and_then_behind_them() {
        for (var template : new String[] {null, "welcome"}) {
            var first = find(filter(template, null));
            assertThat(first.ids()).containsExactly(message(MANY));
            assertThat(first.lookedUpTo()).isEqualTo(message(MANY - 20_000 + 1));

            var second = find(filter(template, first.lookedUpTo()));
            assertThat(second).isEqualTo(new MessageRepository.Found(List.of(message(2), message(1)), null));
        }
    }

    @Test
    void nothing_is_left_to_be_looked_at_behind_the_oldest() {
        assertThat(find(filter("farewell", null))).isEqualTo(new MessageRepository.Found(List.of(), null));
        assertThat(find(filter(null, message(5))).lookedUpTo()).isNull();
    }
}
