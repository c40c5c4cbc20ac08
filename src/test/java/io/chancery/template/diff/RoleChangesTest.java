package io.chancery.template.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.template.Difference.RoleChange;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleChangesTest {

    private static final CopyRole ANY = new CopyRole(Map.of("de", "Rolle"), List.of(Channel.PRINT), true);

    @Test
    void a_role_that_is_gone_breaks_those_who_ask_for_it_and_a_new_one_nobody() {
        var two = Map.of("adviser", ANY, "guardian", ANY);
        var one = Map.of("adviser", ANY);

        assertThat(RoleChanges.between(two, one)).isEqualTo(new RoleChange(List.of(), List.of("guardian"), true));
        assertThat(RoleChanges.between(one, two)).isEqualTo(new RoleChange(List.of("guardian"), List.of(), false));
        assertThat(RoleChanges.between(one, one)).isEqualTo(new RoleChange(List.of(), List.of(), false));
    }
}
