package io.chancery.render.language;

import io.chancery.render.format.Formatters;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what went wrong and where in words for an author. Never repeats a value, because values are personal data. */
public final class Explanation {

    private static final String PROPERTY_NOT_FOUND = "EVALUATOR_PROPERTY_NOT_FOUND";
    private static final String OTHER =
            "the values do not fit what is done with them; compare numbers with numbers and dates with dates";

    private Explanation() {}

    /**
     * @param id what the template is called, for want of anything more exact
     */
    public static String of(Throwable thrown, String id) {
        return causes(thrown)
                .map(cause -> explain(cause, id))
                .filter(explanation -> explanation != null)
                .findFirst()
                .orElseGet(() -> id + ": " + unfit(thrown));
    }

    /** Where in its line it went wrong, counted from 1; 0 if nobody knows. */
    public static int columnOf(Throwable thrown) {
        return causes(thrown)
                .map(Explanation::origin)
                .filter(origin -> origin != null && !origin.isSynthetic())
                .findFirst()
                .map(Origin::getLineCharacterStart)
                .orElse(0);
    }

    private static @Nullable Origin origin(Throwable cause) {
        if (cause instanceof Complaint complaint) {
            return complaint.origin();
        }
        return cause instanceof TemplateException exception && exception.getCode() != null
                ? exception.getOrigin()
                : null;
    }

    /** Whether there is more to say than that something does not fit. */
    static boolean isKnown(Throwable thrown) {
        return causes(thrown).anyMatch(cause -> explain(cause, "") != null);
    }

    /** What can be said without knowing more. */
    static String unfit(Throwable thrown) {
        return OTHER + " (" + root(thrown).getClass().getSimpleName() + ")";
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    private static @Nullable String explain(Throwable cause, String id) {
        if (cause instanceof Complaint complaint) {
            return place(complaint.origin(), id) + complaint.getMessage();
        }
        if (cause instanceof StackOverflowError) {
            return id + ": nested too deep";
        }
        return cause instanceof TemplateException exception && exception.getCode() != null
                ? place(exception.getOrigin(), id) + reason(exception)
                : null;
    }

    private static String place(@Nullable Origin origin, String id) {
        return origin == null || origin.isSynthetic()
                ? id + ": "
                : origin.getTemplateId() + ", line " + origin.getLine() + ": ";
    }

    private static String reason(TemplateException exception) {
        return exception.getCode().getName().equals(PROPERTY_NOT_FOUND)
                ? notFound(String.valueOf(exception.getArguments().get("expression")))
                : ofParser(String.valueOf(exception.getMessage()));
    }

    private static String notFound(String expression) {
        var last = expression.substring(expression.lastIndexOf('.') + 1).replaceAll("\\(.*", "");
        var needs = Formatters.NEEDS.get(last);
        return needs == null
                ? "there is no value «" + expression
                        + "»; if it may be missing, write what stands in its place, as in {" + expression + " ?: '–'}"
                : "«" + expression + "»: either there is no such value, or it does not fit: ." + last + " needs "
                        + needs;
    }

    /** Parser messages quote the template only, never data. */
    private static String ofParser(String message) {
        return message.replaceFirst("^(Parser|Rendering) error( in template \\[[^]]*])?: ", "");
    }
}
