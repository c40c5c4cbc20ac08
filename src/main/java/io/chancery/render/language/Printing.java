package io.chancery.render.language;

import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import java.math.BigDecimal;
import java.util.List;

/** How a value becomes text: escaped in HTML, as it is in plain text, and never a Java object's own idea of itself. */
final class Printing implements ResultMapper {

    private final HtmlEscaper html = new HtmlEscaper(List.of(Variant.TEXT_HTML));

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return true;
    }

    @Override
    public String map(Object result, Expression expression) {
        if (result instanceof String text) {
            return html.appliesTo(expression.getOrigin(), text) ? html.map(text, expression) : text;
        }
        if (result instanceof Markup markup) {
            return markup.html();
        }
        if (result instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (result instanceof Number || result instanceof Boolean || result instanceof java.time.LocalDate) {
            return result.toString();
        }
        throw new Complaint(
                "«" + expression.toOriginalString() + "» is a list or a group of values; name one value, or use a loop",
                expression.getOrigin());
    }
}
