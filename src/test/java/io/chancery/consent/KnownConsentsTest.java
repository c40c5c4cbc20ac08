package io.chancery.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifteen persons whose records contradict each other, out of data with known truth. */
class KnownConsentsTest {

    private static final Path FOLDER = Path.of("src/test/resources/consents");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_effective_after_merging_is_the_truth_in_whatever_order_it_was_declared(long order) throws IOException {
        try (var database = TestDatabase.create()) {
            var known = new KnownConsents(database);

            known.load(FOLDER.resolve("clusters.csv"), FOLDER.resolve("consents.csv"), order);

            assertThat(known.effective()).isEqualTo(KnownConsents.truth(FOLDER.resolve("truth.csv")));
        }
    }
}
