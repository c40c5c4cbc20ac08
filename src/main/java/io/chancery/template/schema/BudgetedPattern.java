package io.chancery.template.schema;

import com.networknt.schema.regex.RegularExpression;
import io.chancery.platform.MeteredText;
import io.chancery.platform.MeteredText.BudgetSpentException;
import java.util.regex.Pattern;

/**
 * A pattern of a schema that cannot be made to run for hours: templates come from authors and data from outside, and
 * together they could otherwise stop an intake thread by backtracking.
 */
final class BudgetedPattern implements RegularExpression {

    private final Pattern pattern;

    private BudgetedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static BudgetedPattern of(String regex) {
        return new BudgetedPattern(Pattern.compile(withStrictEnd(regex)));
    }

    /** In JSON Schema (ECMA-262) «$» is the very end; in Java a line feed may follow it. */
    private static String withStrictEnd(String regex) {
        var strict = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                strict.append(c).append(regex.charAt(++i));
                continue;
            }
            inClass = c == '[' || inClass && c != ']';
            strict.append(c == '$' && !inClass ? "\\z" : c);
        }
        return strict.toString();
    }

    /** Whether it is found in the value; a value that uses up the budget does not match. */
    @Override
    public boolean matches(String value) {
        try {
            return pattern.matcher(new MeteredText(value)).find();
        } catch (BudgetSpentException e) {
            return false;
        }
    }
}
