package io.chancery.platform.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class UsersTest {

    private static final String SENTENCE = "a sentence to remember";

    @Inject
    Users users;

    @Inject
    DataSource database;

    private static NewUser user(String name) {
        return new NewUser(name, "Somebody", null, null, Set.of("author"));
    }

    @Test
    void a_name_and_its_password_let_somebody_in_and_nothing_else_does() {
        users.create(user("in.and.out"), SENTENCE, false);

        assertThat(users.authenticate("in.and.out", SENTENCE))
                .hasValueSatisfying(client -> assertThat(client.roles()).containsExactly("author"));
        assertThat(users.authenticate("in.and.out", SENTENCE + " ")).isEmpty();
        assertThat(users.authenticate("nobody", SENTENCE)).isEmpty();
        assertThat(users.get("in.and.out").standing().signedInAt()).isNotNull();
    }

    @Test
    void five_wrong_passwords_close_an_account_and_time_opens_it() throws SQLException {
        users.create(user("closed"), SENTENCE, false);
        for (int i = 0; i < 5; i++) {
            users.authenticate("closed", "guess " + i);
        }

        assertThat(users.authenticate("closed", SENTENCE)).isEmpty();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update user_account set locked_until = locked_until - interval '61 seconds'");
        }
        assertThat(users.authenticate("closed", SENTENCE)).isPresent();
    }

    @Test
    void an_initial_password_gives_no_role_until_it_has_been_changed() {
        users.create(user("fresh"), SENTENCE, true);
        assertThat(users.authenticate("fresh", SENTENCE))
                .hasValueSatisfying(client -> assertThat(client.roles()).isEmpty());

        assertThatThrownBy(() -> users.changePassword("fresh", SENTENCE, "too short"))
                .isInstanceOf(UserException.class);
        var before = users.mark("fresh");
        users.changePassword("fresh", SENTENCE, "another sentence");

        assertThat(users.comingBack("fresh", before)).isEmpty();
        assertThat(users.comingBack("fresh", users.mark("fresh")))
                .hasValueSatisfying(client -> assertThat(client.roles()).containsExactly("author"));
    }

    @Test
    void whoever_is_disabled_is_out_at_once_and_a_reset_gives_a_password_to_change() {
        users.create(user("leaving"), SENTENCE, false);

        var mark = users.mark("leaving");
        users.disable("leaving", "somebody");
        assertThat(users.comingBack("leaving", mark)).isEmpty();
        users.enable("leaving");
        var password = users.resetPassword("leaving");

        assertThat(users.authenticate("leaving", SENTENCE)).isEmpty();
        assertThat(users.authenticate("leaving", password))
                .hasValueSatisfying(client -> assertThat(client.roles()).isEmpty());
        assertThatThrownBy(() -> users.disable("leaving", "leaving")).isInstanceOf(UserException.class);
    }

    @Test
    void another_system_vouches_for_somebody_and_says_their_roles_anew_each_time() {
        users.vouched("https://issuer#1", user("vouched"));
        users.vouched("https://issuer#1", new NewUser("renamed", "Else", null, null, Set.of("approver")));

        assertThat(users.get("vouched").roles()).containsExactly("approver");
        assertThat(users.authenticate("vouched", "")).isEmpty();
        assertThatThrownBy(() -> users.vouched("https://issuer#2", user("vouched")))
                .isInstanceOf(UserException.class);
    }
}
