package io.chancery.render.language;

import io.chancery.render.chart.Charts;
import io.chancery.render.format.Formatters;
import io.quarkus.qute.Expression;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows every name in a template, in every branch and through every block, to where it leads: a name that leads nowhere or to
 * what must not be read is found before there is a message. Used once.
 */
public final class NameCheck {

    private static final int MOST_NODES = 200_000;
    private static final int MOST_NAMED = 20;
    private static final Set<String> OF_LISTS = Set.of("size", "isEmpty", "first", "last");
    private static final List<String> OF_ROUNDS =
            List.of("count", "index", "hasNext", "isLast", "isFirst", "isOdd", "odd", "isEven", "even");

    private static final String RULE = "rule";
    private static final Set<String> TITLES = Set.of(CaptureSection.SUBJECT, CaptureSection.PREHEADER);

    private final Map<String, Shape> advertised;
    private final Map<String, Complaint> complaints = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int nodes;

    private NameCheck(Map<String, Shape> advertised) {
        this.advertised = advertised;
    }

    /**
     * What is wrong with the names in a template, each once.
     *
     * @param names what it can begin a name with
     * @param advertised what some of these are to {@code {#promote}}, and to all that decides about it; empty where nothing can be
     *     promoted
     */
    public static List<Complaint> complaints(
            Template template, Map<String, Shape> names, Map<String, Shape> advertised) {
        var check = new NameCheck(advertised);
        try {
            check.section(template.getRootNode(), names);
        } catch (Complaint endless) {
            return List.of(endless);
        }
        return List.copyOf(check.complaints.values());
    }

    private void section(SectionNode section, Map<String, Shape> names) {
        var asked = CaptureSection.in(section).contains(CaptureSection.PROMOTE) ? with(advertised, names) : names;
        if (section.getHelper() instanceof CaptureSection) {
            checkPlace(section);
            open.push(section.getName());
        }
        for (var block : section.getBlocks()) {
            var values = new HashMap<String, Shape>();
            block.expressions.forEach((name, value) -> values.put(name, shape(value, asked)));
            nodes(block.nodes, inside(section, block, values, decides(section) ? asked : names));
        }
        if (section.getHelper() instanceof IncludeSection include) {
            block(include, asked, names);
        } else if (section.getHelper() instanceof RuleSection rule) {
            open.push(RULE);
            block(rule.rule(), asked, asked);
            open.pop();
        } else if (section.getHelper() instanceof CaptureSection) {
            open.pop();
        }
    }

    private static Map<String, Shape> with(Map<String, Shape> some, Map<String, Shape> names) {
        var all = new HashMap<>(names);
        all.putAll(some);
        return all;
    }

    /** Whether what stands in a section is advertising, or in one of its variants decides whether another is shown. */
    private static boolean decides(SectionNode section) {
        return section.getHelper() instanceof FirstSection
                || (section.getHelper() instanceof CaptureSection capture && capture.isNamed(CaptureSection.PROMOTE));
    }

    private void checkPlace(SectionNode section) {
        var name = section.getName();
        if (name.equals(CaptureSection.PROMOTE) && advertised.isEmpty()) {
            complain("{#" + name + "} has its place in a message or a block", section.getOrigin());
        }
        open.stream()
                .filter(around -> !fits(name, around))
                .forEach(around -> complain("{#" + name + "} has no place in {#" + around + "}", section.getOrigin()));
    }

    /** What a message is called is the same for everybody, and what others decide by is no advertising. */
    private static boolean fits(String name, String around) {
        return around.equals(CaptureSection.PROMOTE)
                ? !TITLES.contains(name)
                : !name.equals(CaptureSection.PROMOTE) || !(TITLES.contains(around) || around.equals(RULE));
    }

    private void complain(String why, Origin place) {
        var complaint = new Complaint(why, place);
        complaints.putIfAbsent(Explanation.of(complaint, ""), complaint);
    }

    private void block(IncludeSection include, Map<String, Shape> asked, Map<String, Shape> names) {
        var given = new HashMap<>(names);
        include.values().forEach((name, value) -> given.put(name, shape(value, asked)));
        section(include.block().getRootNode(), given);
    }

    private static Map<String, Shape> inside(
            SectionNode section, SectionBlock block, Map<String, Shape> values, Map<String, Shape> outside) {
        var names = new HashMap<>(outside);
        if (section.getHelper() instanceof LoopSection loop && values.get(LoopSection.ITERABLE) != null) {
            names.put(loop.alias(), element(values.get(LoopSection.ITERABLE)));
            OF_ROUNDS.forEach(fact -> names.put(loop.alias() + "_" + fact, Shape.PLAIN));
        } else if (Set.of("let", "set").contains(section.getName())) {
            values.forEach((name, shape) -> names.put(name.replaceFirst("\\?$", ""), shape));
        }
        return names;
    }

    private static Shape element(Shape list) {
        if (list instanceof Shape.Fields map) {
            var value = map.fields().values().stream().reduce(Shape::or).orElse(Shape.OPEN);
            return Shape.fields(Map.of("key", Shape.PLAIN, "value", map.open() ? Shape.OPEN : value));
        }
        return list instanceof Shape.Items items ? items.element() : Shape.OPEN;
    }

    private void nodes(List<TemplateNode> all, Map<String, Shape> names) {
        for (var node : all) {
            if (++nodes > MOST_NODES) {
                throw new Complaint("blocks within blocks come to more than " + MOST_NODES + " pieces");
            }
            if (node.isSection()) {
                section(node.asSection(), names);
            } else if (node.isExpression()) {
                node.getExpressions().forEach(expression -> shape(expression, names));
            }
        }
    }

    private Shape shape(Expression expression, Map<String, Shape> names) {
        if (expression.isLiteral()) {
            var literal = expression.getLiteral();
            return literal == null ? Shape.OPEN : new Shape.Plain(String.valueOf(literal));
        }
        Shape shape = Shape.fields(names);
        for (var part : expression.getParts()) {
            shape = part.isVirtualMethod()
                    ? called(part.asVirtualMethod(), shape, names)
                    : named(part.getName(), shape);
            if (shape instanceof Shape.Refused refused) {
                complain("«" + expression.toOriginalString() + "»: " + refused.why(), expression.getOrigin());
                return Shape.OPEN;
            }
        }
        return shape;
    }

    private static Shape named(String name, Shape shape) {
        if (shape instanceof Shape.Fields group) {
            return group.open() || group.fields().containsKey(name) ? group.field(name) : missing(name, group);
        }
        if (shape instanceof Shape.Items list) {
            return ofList(name, list);
        }
        return shape instanceof Shape.Open || Formatters.NEEDS.containsKey(name)
                ? shape
                : new Shape.Refused("a text, number or date has no «" + name + "»");
    }

    private static Shape ofList(String name, Shape.Items list) {
        if (!OF_LISTS.contains(name) && !name.matches("\\d{1,5}")) {
            return new Shape.Refused("a list has no «" + name + "»; use a loop, or .first");
        }
        return name.equals("size") || name.equals("isEmpty") ? Shape.PLAIN : list.element();
    }

    private static Shape missing(String name, Shape.Fields group) {
        var others = group.fields().keySet().stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return new Shape.Refused("there is no «" + name + "»; there is " + others);
    }

    private Shape called(Expression.VirtualMethodPart method, Shape shape, Map<String, Shape> names) {
        var given = method.getParameters().stream()
                .map(value -> shape(value, names))
                .toList();
        var name = method.getName();
        if (name.equals("get") && shape instanceof Shape.Fields group && given.size() == 1) {
            return got(given.get(0), group);
        }
        if (name.equals("groupBy") && shape instanceof Shape.Items) {
            return new Shape.Items(Shape.fields(Map.of("key", Shape.PLAIN, "items", shape)));
        }
        return switch (name) {
            case "sum" -> Shape.PLAIN;
            case Charts.NAME -> charted(shape, given.size());
            case "or" -> method.getParameters().get(0).isLiteral() ? shape : shape.or(given.get(0));
            case "ifTruthy" -> given.get(0);
            default -> shape instanceof Shape.Plain ? Shape.PLAIN : Shape.OPEN;
        };
    }

    private static Shape charted(Shape shape, int parameters) {
        return Charts.fields(parameters).stream()
                .map(field -> named(field, element(shape)))
                .filter(Shape.Refused.class::isInstance)
                .findFirst()
                .orElse(Shape.PLAIN);
    }

    private static Shape got(Shape name, Shape.Fields group) {
        return name instanceof Shape.Plain plain && plain.known() != null
                ? named(plain.known(), group)
                : group.fields().values().stream().reduce(Shape::or).orElse(Shape.OPEN);
    }
}
