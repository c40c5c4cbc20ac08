package io.chancery.message.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.Superuser;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The date of messages that are sent later, which a test need not wait for. */
@ApplicationScoped
public class Beginning {

    private final Composer composer;

    Beginning(Composer composer) {
        this.composer = composer;
    }

    /** It has come for all of these at once, and somebody looks. */
    public void comes(List<String> messages) throws SQLException {
        var text = """
                with begun as (
                    update compose_later set due_at = now() from message
                    where message.id = message_id and due_at = send_at and message_id = any (?)
                    returning message_id)
                update message set send_at = now() where id in (select message_id from begun)
                """;
        var ids = messages.stream().map(UUID::fromString).toArray(UUID[]::new);
        assertThat(Superuser.execute(text, (Object) ids)).isEqualTo(ids.length);
        composer.promoteDue();
    }
}
