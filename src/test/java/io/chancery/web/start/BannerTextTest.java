package io.chancery.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BannerTextTest {

    private final BannerText banner = new BannerText("1.0.0")
            .pages("0.0.0.0", 8080)
            .database("jdbc:postgresql://db.example.org:5432/chancery?user=c&password=secret", Optional.empty())
            .providers(List.of(
                    new ProviderEndpoint(Channel.SMS, "smpp://127.0.0.1:2775", true),
                    new ProviderEndpoint(Channel.EMAIL, "smtp://mail.example.org:587", false)));

    @Test
    void a_line_says_where_each_thing_runs() {
        assertThat(banner.text(Optional.empty(), Optional.empty())).isEqualTo("""

                  Chancery 1.0.0

                  Pages, API   http://localhost:8080/
                  PostgreSQL   jdbc:postgresql://db.example.org:5432/chancery
                  E-mail       smtp://mail.example.org:587
                  SMS          smpp://127.0.0.1:2775 (stand-in)

                """);
    }

    @Test
    void the_first_key_stands_apart_on_a_line_of_its_own() {
        assertThat(banner.text(Optional.empty(), Optional.of("ccm_x_y")))
                .contains("shown only once")
                .contains("\n\n      ccm_x_y\n");
    }

    @Test
    void a_database_of_our_own_names_its_folder_and_the_file_with_its_passwords() {
        var own = new BannerText("1")
                .database("jdbc:postgresql://localhost:5/chancery", Optional.of("/data/postgres"))
                .passwords(Optional.of("/data/postgres.passwords"));

        assertThat(own.text(Optional.empty(), Optional.empty()))
                .contains("jdbc:postgresql://localhost:5/chancery, embedded in /data/postgres\n")
                .contains("Passwords    /data/postgres.passwords (chancery_app; chancery_owner for migrations)");
    }
}
