package io.chancery.template.diff;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that a schema knows of.
 *
 * @param steps the names that lead to it; {@link #EACH} for the lines of a list
 * @param type type and format
 * @param required whether it must be there, given that what is around it is
 * @param demandedFrom how many steps lead to the innermost place around it that may be missing, or be there many times
 */
record DataField(List<String> steps, String type, boolean required, int demandedFrom) {

    /** The step into each line of a list. A JSON pointer has no word for it. */
    static final String EACH = "*";

    /** Whatever a request is: an object. */
    static final DataField ROOT = new DataField(List.of(), "", true, 0);

    DataField {
        steps = List.copyOf(steps);
    }

    /** A field of this one. */
    DataField field(String name, String type, boolean required) {
        var deeper = deeper(name);
        return new DataField(deeper, type, required, this.required ? demandedFrom : steps.size());
    }

    /** Each line of this list. */
    DataField each() {
        var deeper = deeper(EACH);
        return new DataField(deeper, "", true, deeper.size());
    }

    private List<String> deeper(String step) {
        var deeper = new ArrayList<>(steps);
        deeper.add(step);
        return deeper;
    }

    /** A SQL/JSON path that data match which have the field. */
    String present() {
        return "$" + path(steps);
    }

    /** A SQL/JSON path that data match which lack the field where it would have to be. */
    String missing() {
        return "$" + path(steps.subList(0, demandedFrom)) + " ? (!exists(@"
                + path(steps.subList(demandedFrom, steps.size())) + "))";
    }

    private static String path(List<String> steps) {
        var path = new StringBuilder();
        steps.forEach(step -> path.append(step.equals(EACH) ? "[*]" : "." + TextNode.valueOf(step)));
        return path.toString();
    }
}
