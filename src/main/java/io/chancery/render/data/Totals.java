package io.chancery.render.data;

import io.chancery.render.RenderException;
import io.chancery.render.language.Shape;
import io.chancery.template.TemplateSettings.PricedLines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works out what priced lines come to. Rounds half up, once per line and once per VAT rate, so that the printed figures
 * add up to the printed sums.
 */
public final class Totals {

    private static final int CENTS = 2;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(CENTS);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final PricedLines names;

    public Totals(PricedLines names) {
        this.names = names;
    }

    /**
     * @return {@code lines}: each line of the data with its {@code number} from 1, its {@code net}, and {@code carried} and
     *     {@code sum}, the net of all lines before it and with it; {@code rates}, highest first: {@code rate, net, vat}; {@code net, vat, gross}
     */
    public Map<String, Object> of(Map<String, Object> data) {
        var lines = new ArrayList<Map<String, Object>>();
        var netByRate = new TreeMap<BigDecimal, BigDecimal>(Comparator.reverseOrder());
        var sum = NOTHING;
        for (var line : lines(data)) {
            var net = rounded(decimal(line, names.quantity()).multiply(decimal(line, names.price())));
            lines.add(priced(line, lines.size() + 1, net, sum));
            sum = sum.add(net);
            netByRate.merge(decimal(line, names.vat()), net, BigDecimal::add);
        }
        var rates = netByRate.entrySet().stream()
                .map(entry -> rate(entry.getKey(), entry.getValue()))
                .toList();
        var vat = rates.stream().map(rate -> (BigDecimal) rate.get("vat")).reduce(NOTHING, BigDecimal::add);
        return Map.of(
                "lines",
                Collections.unmodifiableList(lines),
                "rates",
                rates,
                "net",
                sum,
                "vat",
                vat,
                "gross",
                sum.add(vat));
    }

    /**
     * What {@link #of} returns.
     *
     * @param items of the data, that the lines are made of
     */
    public static Shape shape(Shape items) {
        var line = items instanceof Shape.Items list && list.element() instanceof Shape.Fields fields
                ? fields.with("number", "net", "carried", "sum")
                : Shape.OPEN;
        return Shape.fields(Map.of(
                        "lines",
                        new Shape.Items(line),
                        "rates",
                        new Shape.Items(Shape.fields(Map.of()).with("rate", "net", "vat"))))
                .with("net", "vat", "gross");
    }

    private static Map<String, Object> priced(Map<?, ?> line, int number, BigDecimal net, BigDecimal carried) {
        var priced = new LinkedHashMap<String, Object>();
        priced.put("number", number);
        line.forEach((name, value) -> priced.put((String) name, value));
        priced.put("net", net);
        priced.put("carried", carried);
        priced.put("sum", carried.add(net));
        return Collections.unmodifiableMap(priced);
    }

    private static Map<String, Object> rate(BigDecimal rate, BigDecimal net) {
        return Map.of(
                "rate", rate, "net", net, "vat", rounded(net.multiply(rate).divide(HUNDRED)));
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    private List<Map<?, ?>> lines(Map<String, Object> data) {
        if (data.get(names.items()) instanceof List<?> items && items.stream().allMatch(Map.class::isInstance)) {
            return items.stream().<Map<?, ?>>map(Map.class::cast).toList();
        }
        throw new RenderException(
                "/data/" + names.items() + " is not the list of priced lines that template.yaml names");
    }

    private BigDecimal decimal(Map<?, ?> line, String field) {
        var value = line.get(field);
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        throw new RenderException("/data/" + names.items() + ": a line's " + field
                + " is not a number; its schema needs format: decimal");
    }
}
