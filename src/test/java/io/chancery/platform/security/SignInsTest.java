package io.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditLogs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInsTest {

    private final TestDatabase database = TestDatabase.create();
    private final MutableClock clock = MutableClock.atNoon();

    @SuppressWarnings("NullAway.Init") // set before each test
    private SignIns signIns;

    @BeforeEach
    void open(@TempDir Path keys) {
        signIns = new SignIns(AuditLogs.of(database, keys, clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void who_is_let_in_goes_on_record_by_name() {
        signIns.accepted(new ApiClient(UUID.randomUUID(), "anna", Set.of("agent"), false), "203.0.113.7");

        assertThat(database.get("select actor, roles, action, subject_kind, subject, address from audit_entry"))
                .containsExactly("anna {agent} signed-in session anna 203.0.113.7");
    }

    @Test
    void of_what_was_typed_only_the_public_part_of_a_key_is_kept() {
        var key = ApiKey.generate(new SecureRandom(), false);

        signIns.refused(key.text(), "203.0.113.7");
        signIns.refused("Erna Muster", "203.0.113.7");

        assertThat(database.get("select actor, action, detail from audit_entry order by id"))
                .containsExactly(" sign-in-refused {\"key\": \"" + key.id() + "\"}", " sign-in-refused {}");
    }

    @Test
    void nobody_can_fill_the_log_by_being_refused() {
        for (int i = 0; i < 100; i++) {
            signIns.refused("", "203.0.113.7");
        }
        clock.pass(Duration.ofMinutes(1));

        signIns.refused("", "203.0.113.7");

        assertThat(database.get("select count(*), max(detail ->> 'untold') from audit_entry"))
                .containsExactly("61 40");
    }
}
