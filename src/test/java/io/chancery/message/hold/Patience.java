package io.chancery.message.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.Superuser;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/** For how long a held delivery waits for somebody, which a test need not wait for. */
@ApplicationScoped
public class Patience {

    private final HoldJobs jobs;

    Patience(HoldJobs jobs) {
        this.jobs = jobs;
    }

    /** It is over, and somebody looks. */
    public void ends(String delivery) throws SQLException {
        assertThat(Superuser.execute(
                        "update hold set expires_at = now() where delivery_id = ?", UUID.fromString(delivery)))
                .isEqualTo(1);
        jobs.expire();
    }
}
