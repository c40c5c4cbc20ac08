package io.chancery.faults.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.bytebuddy.implementation.StubMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the mutants still fit the application, which a fault run would tell only after minutes. */
class MutantTest {

    private static final String LEASE = "io.chancery.platform.work.ShardLease";

    private static byte[] read(Change change) throws IOException {
        try (var file = MutantTest.class.getResourceAsStream("/" + change.file())) {
            return file.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_application_has_what_a_mutant_changes(Mutant mutant) {
        assertThat(mutant.changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.apply(read(change))).isNotEmpty());
    }

    @Test
    void a_changed_text_says_another_thing() throws IOException {
        var changed = new String(Fence.OPEN_ATTEMPT.apply(read(Fence.OPEN_ATTEMPT)), StandardCharsets.ISO_8859_1);

        assertThat(changed).contains("on conflict (delivery_id) do update set node = excluded.node");
    }

    @Test
    void a_method_that_is_not_there_is_no_mutation() {
        var change = Change.ofMethods(LEASE, Map.of("isOurs", StubMethod.INSTANCE));

        assertThatThrownBy(() -> change.apply(read(change))).hasMessageContaining("isOurs");
    }

    @Test
    void a_text_that_is_not_there_is_no_mutation() {
        var change = Change.ofTexts(LEASE, Map.of("on conflict do nothing", ""));

        assertThatThrownBy(() -> change.apply(read(change))).hasMessageContaining("on conflict do nothing");
    }
}
