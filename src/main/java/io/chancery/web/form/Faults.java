package io.chancery.web.form;

import io.chancery.platform.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with what was filled in, to stand beside the fields.
 *
 * @param status of the answer
 * @param general what is wrong with all of it; empty if something is said of a field
 * @param byField what is wrong with each, by its name
 */
public record Faults(int status, String general, Map<String, String> byField) {

    /** Nothing is. */
    public static final Faults NONE = new Faults(200, "", Map.of());

    /** In the reader's language where that is known, else in English. */
    public static Faults of(ProblemException problem, String language) {
        return of(problem, language, "");
    }

    /**
     * The same.
     *
     * @param group pointer of an object whose members have fields of their own, such as {@code /defaults}
     */
    public static Faults of(ProblemException problem, String language, String group) {
        var byField = new HashMap<String, String>();
        for (var fault : problem.faults()) {
            var pointer = fault.pointer().startsWith(group + "/")
                    ? fault.pointer().substring(group.length())
                    : fault.pointer();
            var words = FaultWords.of(fault.detail(), language);
            byField.merge(field(pointer), inside(pointer) + words, (one, more) -> one + "; " + more);
        }
        var general = byField.isEmpty()
                ? FaultWords.of(String.valueOf(problem.getMessage()), language)
                : byField.getOrDefault("", "");
        return new Faults(problem.status(), general, Map.copyOf(byField));
    }

    private static String field(String pointer) {
        var parts = pointer.split("/");
        return parts.length > 1 ? parts[1] : "";
    }

    /** Where in the field it is, if that holds more than one value. */
    private static String inside(String pointer) {
        int rest = pointer.indexOf('/', 1);
        return rest < 0 ? "" : pointer.substring(rest) + ": ";
    }

    /** What is said of one fault, in the reader's language where that is known, else in English. */
    public static String words(String detail, String language) {
        return FaultWords.of(detail, language);
    }

    /** What is wrong with a field; null if nothing is. */
    public @Nullable String at(String field) {
        return byField.get(field);
    }

    /** Whether something is. */
    public boolean present() {
        return status >= 400;
    }
}
