package io.chancery.template.diff;

import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.template.Difference.RoleChange;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which copies two versions have. */
final class RoleChanges {

    private RoleChanges() {}

    static RoleChange between(Map<String, CopyRole> before, Map<String, CopyRole> after) {
        var removed = only(before.keySet(), after.keySet());
        return new RoleChange(only(after.keySet(), before.keySet()), removed, !removed.isEmpty());
    }

    private static List<String> only(Set<String> roles, Set<String> others) {
        return roles.stream().filter(role -> !others.contains(role)).sorted().toList();
    }
}
