package io.chancery.render.language;

import io.chancery.render.chart.Charts;
import io.chancery.render.format.Formatters;
import io.chancery.render.format.PlainValues;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.SetSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import io.quarkus.qute.WhenSectionHelper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Qute engine with nothing in it but what this package allows: no reflection, no namespaces, no raw output, no way to
 * other templates. Parses within limits; what it parses may be rendered by any number of threads.
 */
public final class Grammar {

    private static final int LONGEST_SOURCE = 256 * 1024;
    private static final int MOST_NODES = 5_000;
    private static final int LONGEST_TAG = 2_000;

    private final List<String> captures;
    private final Engine engine;

    /**
     * @param channels each gets a section of its name
     * @param blocks what {@code {#include}} may put in, and {@code {#rule}} ask
     */
    public Grammar(Collection<String> channels, BlockLibrary blocks) {
        this.captures = Stream.concat(
                        Stream.of(CaptureSection.SUBJECT, CaptureSection.PREHEADER, CaptureSection.PROMOTE),
                        channels.stream())
                .toList();
        var builder = Engine.builder()
                .addSectionHelper(new Guarded(new IfSectionHelper.Factory(), "if"))
                .addSectionHelper(new Guarded(new WhenSectionHelper.Factory(), "when", "switch"))
                .addSectionHelper(new Guarded(new SetSectionHelper.Factory(), "let"))
                .addSectionHelper(new LoopSection.Factory())
                .addSectionHelper(new FirstSection.Factory())
                .addSectionHelper(new IncludeSection.Factory(name -> blocks.get(name, this::html)))
                .addSectionHelper(new RuleSection.Factory(name -> blocks.get(name, this::html)));
        captures.forEach(name -> builder.addSectionHelper(new CaptureSection.Factory(name)));
        PlainValues.resolvers().forEach(builder::addValueResolver);
        this.engine = builder.addValueResolver(new Charts())
                .addValueResolver(new Formatters())
                .addValueResolvers(ValueResolvers.mapperResolver(), ValueResolvers.orResolver())
                .addValueResolvers(ValueResolvers.orEmpty(), ValueResolvers.trueResolver())
                .addValueResolvers(ValueResolvers.logicalAndResolver(), ValueResolvers.logicalOrResolver())
                .addValueResolvers(ValueResolvers.equalsResolver(), ValueResolvers.minusResolver())
                .addValueResolvers(new Sum(), ValueResolvers.modResolver())
                .addResultMapper(new Printing())
                .strictRendering(true)
                .useAsyncTimeout(false)
                .build();
    }

    /** The sections that keep text aside, for one channel, or for those who may get advertising. */
    public List<String> captures() {
        return captures;
    }

    /** Whether there is advertising in a template, or in a block that it includes. */
    public static boolean promotes(Template template) {
        return CaptureSection.in(template.getRootNode()).contains(CaptureSection.PROMOTE);
    }

    /**
     * Parses what stands in the sections of one channel alone, so that the rest need not be rendered.
     *
     * @param template the whole
     * @return empty if they cannot be had without the rest
     */
    public Optional<Template> excerpt(Template template, String source, String channel) {
        return CaptureSection.Excerpt.of(template, source, channel).map(excerpt -> html(template.getId(), excerpt));
    }

    /** Parses a template whose values are escaped. */
    public Template html(String id, String source) {
        return parse(id, source, Variant.forContentType(Variant.TEXT_HTML));
    }

    /** Parses a template whose values stand as they are. */
    public Template text(String id, String source) {
        return parse(id, source, Variant.forContentType(Variant.TEXT_PLAIN));
    }

    /** Parses another source of a template. */
    public Template like(Template template, String source) {
        return parse(template.getId(), source, template.getVariant().orElseThrow());
    }

    private Template parse(String id, String source, Variant variant) {
        if (source.length() > LONGEST_SOURCE) {
            throw new Complaint("longer than " + LONGEST_SOURCE + " characters");
        }
        checkTags(source);
        var template = engine.parse(source, variant, id);
        if (!template.getParameterDeclarations().isEmpty()) {
            throw new Complaint("declarations such as {@type name} are not part of the language");
        }
        if (Size.of(template.getRootNode()) > MOST_NODES) {
            throw new Complaint("more than " + MOST_NODES + " pieces; split it into blocks");
        }
        template.getExpressions().forEach(Grammar::checkNamespace);
        return template;
    }

    /** The parser works through a tag again for each bracket in it, so a tag must not be long. */
    private static void checkTags(String source) {
        int open = source.indexOf('{');
        while (open >= 0 && open + 1 < source.length()) {
            char first = source.charAt(open + 1);
            int close = source.indexOf('}', open);
            boolean tag = Character.isLetterOrDigit(first) || "#/@_".indexOf(first) >= 0;
            if (tag && (close < 0 ? source.length() : close) - open > LONGEST_TAG) {
                throw new Complaint("a tag is longer than " + LONGEST_TAG + " characters: it starts with "
                        + source.substring(open, open + 20));
            }
            open = source.indexOf('{', open + 1);
        }
    }

    private static void checkNamespace(Expression expression) {
        if (expression.hasNamespace()) {
            throw new Complaint(
                    "«" + expression.toOriginalString() + "»: nothing can be reached with a colon",
                    expression.getOrigin());
        }
        if (!expression.isLiteral()) {
            expression.getParts().stream()
                    .filter(Expression.Part::isVirtualMethod)
                    .flatMap(part -> part.asVirtualMethod().getParameters().stream())
                    .forEach(Grammar::checkNamespace);
        }
    }

    /** Adds whole numbers only: Qute's own would also join texts, and a text joined with itself thirty times is a gigabyte. */
    private static final class Sum implements ValueResolver {

        private final ValueResolver sum = ValueResolvers.plusResolver();

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof Number && sum.appliesTo(context);
        }

        @Override
        public CompletionStage<@Nullable Object> resolve(EvalContext context) {
            return sum.resolve(context);
        }
    }

    /** How a value becomes text: escaped in HTML, as it is in plain text, and never a Java object's own idea of itself. */
    private static final class Printing implements ResultMapper {

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
            if (result instanceof Number || result instanceof Boolean || result instanceof LocalDate) {
                return result.toString();
            }
            throw new Complaint(
                    "«" + expression.toOriginalString()
                            + "» is a list or a group of values; name one value, or use a loop",
                    expression.getOrigin());
        }
    }
}
