package io.chancery.render.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.render.Renderer;
import io.chancery.template.SourceReview;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command line must judge as the server does. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class WorkshopTest {

    @Inject
    Renderer renderer;

    @Inject
    @All
    List<SourceReview> reviews;

    @Test
    void the_command_line_knows_every_channel_and_every_review_that_needs_no_settings_of_the_server() {
        var workshop = new Workshop();
        var render = Workshop.class.getPackageName().replaceAll("\\.\\w+$", "");

        assertThat(workshop.renderer().channels()).isEqualTo(renderer.channels());
        assertThat(workshop.reviews())
                .extracting(review -> (Object) review.getClass())
                .containsExactlyInAnyOrderElementsOf(reviews.stream()
                        .map(review -> (Object) ClientProxy.unwrap(review).getClass())
                        .filter(type -> ((Class<?>) type).getPackageName().startsWith(render))
                        .toList());
    }
}
