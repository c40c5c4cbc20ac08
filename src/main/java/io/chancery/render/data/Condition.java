package io.chancery.render.data;

import java.util.function.UnaryOperator;

/**
 * What {@code template.yaml} asks under {@code if}.
 *
 * @param expression of the template's language; empty for always
 */
public record Condition(String expression) {

    private static final String YES = "yes";

    /** The question as a template that says yes or nothing. */
    public String source() {
        return expression.isEmpty() ? YES : "{#if " + expression + "}" + YES + "{/if}";
    }

    /**
     * @param line renders a plain text of one line that stands in the template's settings
     */
    public boolean holds(UnaryOperator<String> line) {
        return line.apply(source()).equals(YES);
    }
}
