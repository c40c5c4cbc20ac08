package io.chancery.web.customer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent and refused, to be shown again as it was filled in.
 *
 * @param name which of the forms of the page it is; empty if none was sent
 * @param code of the problem
 * @param message what is wrong with all of it
 */
public record Form(String name, Map<String, String> values, String code, String message, List<Fault> faults) {

    /** None was sent. */
    public static final Form NONE = new Form("", Map.of(), "", "", List.of());

    /** What was filled in, and why it was refused. */
    public static Form refused(String name, MultivaluedMap<String, String> sent, ProblemException problem) {
        var values = new HashMap<String, String>();
        sent.forEach((field, all) -> values.put(field, all.isEmpty() ? "" : all.get(0)));
        return new Form(name, values, problem.code(), String.valueOf(problem.getMessage()), problem.faults());
    }

    /** This form if it has that name, else an empty one. */
    public Form at(String wanted) {
        return name.equals(wanted) ? this : NONE;
    }

    public boolean isRefused() {
        return !name.isEmpty();
    }

    /** What was filled in; empty if nothing was. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What was filled in, else this. */
    public String or(String field, @Nullable String otherwise) {
        return values.getOrDefault(field, otherwise == null ? "" : otherwise);
    }

    public boolean isFaulty(String field) {
        return fault(field) != null;
    }

    /** What is wrong with a field, or within it. */
    public @Nullable String fault(String field) {
        return faults.stream()
                .filter(fault ->
                        fault.pointer().equals("/" + field) || fault.pointer().startsWith("/" + field + "/"))
                .map(Fault::detail)
                .findFirst()
                .orElse(null);
    }

    /** The order that a form makes: what is filled in, under these names. */
    public static ObjectNode order(MultivaluedMap<String, String> sent, String... fields) {
        var order = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            var value = filled(sent, field);
            if (value != null) {
                order.put(field, value);
            }
        }
        return order;
    }

    /** What is filled in; null for nothing. */
    public static @Nullable String filled(MultivaluedMap<String, String> sent, String field) {
        var value = sent.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
