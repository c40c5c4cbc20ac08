package io.chancery.template.diff;

import io.chancery.template.ChannelPlan.CopyRole;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which copies two versions have.
 *
 * @param added roles that only the later one has
 * @param removed roles that only the earlier one has
 * @param breaking whether a request that was good may be refused
 */
record RoleChange(List<String> added, List<String> removed, boolean breaking) {

    static RoleChange between(Map<String, CopyRole> before, Map<String, CopyRole> after) {
        var removed = only(before.keySet(), after.keySet());
        return new RoleChange(only(after.keySet(), before.keySet()), removed, !removed.isEmpty());
    }

    private static List<String> only(Set<String> roles, Set<String> others) {
        return roles.stream().filter(role -> !others.contains(role)).sorted().toList();
    }
}
