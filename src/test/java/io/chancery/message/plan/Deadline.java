package io.chancery.message.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.Superuser;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** The time that a delivery is given, which a test need not wait for. */
@ApplicationScoped
public class Deadline {

    private final Deadlines deadlines;

    Deadline(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * It is over, and somebody looks.
     *
     * @param given of which less than a minute has passed
     */
    public void comes(String delivery, Duration given) {
        var text = """
                update delivery_deadline set due_at = now() where delivery_id = ?
                    and due_at > now() + ?::interval - interval '1 minute' and due_at <= now() + ?::interval
                """;
        comes(text, UUID.fromString(delivery), given.toString(), given.toString());
    }

    /** The last date of a message has come, and somebody looks. */
    public void ofMessageComes(String message) {
        var text = """
                with over as (
                    update delivery_deadline set due_at = now()
                    from delivery join message on message.id = message_id
                    where delivery.id = delivery_id and due_at = expires_at and message.id = ?
                    returning message.id)
                update message set expires_at = now() where id in (select id from over)
                """;
        comes(text, UUID.fromString(message));
    }

    private void comes(String text, Object... values) {
        try {
            assertThat(Superuser.execute(text, values)).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        deadlines.enforce();
    }
}
