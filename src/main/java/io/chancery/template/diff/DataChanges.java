package io.chancery.template.diff;

import io.chancery.template.Difference.DataChange;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what two versions demand of the data of a request. */
final class DataChanges {

    private DataChanges() {}

    static DataChange between(Map<String, DataField> before, Map<String, DataField> after) {
        var added = only(after, pointer -> !before.containsKey(pointer));
        var removed = only(before, pointer -> !after.containsKey(pointer));
        var demanded = only(after, pointer -> isRequired(after.get(pointer)) && !isRequired(before.get(pointer)));
        var retyped =
                only(after, pointer -> before.containsKey(pointer) && !same(before.get(pointer), after.get(pointer)));
        boolean breaking = !removed.isEmpty() || !demanded.isEmpty() || !retyped.isEmpty();
        return new DataChange(added, removed, demanded, retyped, breaking);
    }

    private static List<String> only(Map<String, DataField> fields, Predicate<String> which) {
        return fields.keySet().stream().filter(which).sorted().toList();
    }

    private static boolean same(@Nullable DataField one, @Nullable DataField other) {
        return one != null && other != null && one.type().equals(other.type());
    }

    private static boolean isRequired(@Nullable DataField field) {
        return field != null && field.required();
    }
}
