package io.chancery.template.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleChangeTest {

    private static final CopyRole ANY = new CopyRole(Map.of("de", "Rolle"), List.of(Channel.PRINT), true);

    @Test
    void a_role_that_is_gone_breaks_those_who_ask_for_it_and_a_new_one_nobody() {
        var two = Map.of("adviser", ANY, "guardian", ANY);
        var one = Map.of("adviser", ANY);

        assertThat(RoleChange.between(two, one)).isEqualTo(new RoleChange(List.of(), List.of("guardian"), true));
        assertThat(RoleChange.between(one, two)).isEqualTo(new RoleChange(List.of("guardian"), List.of(), false));
        assertThat(RoleChange.between(one, one)).isEqualTo(new RoleChange(List.of(), List.of(), false));
    }
}
