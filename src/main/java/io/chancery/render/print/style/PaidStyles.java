package io.chancery.render.print.style;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.newmatch.CascadedStyle;
import com.openhtmltopdf.css.newmatch.PageInfo;
import com.openhtmltopdf.css.parser.CounterData;
import com.openhtmltopdf.css.parser.PropertyValue;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.SharedContext;
import io.chancery.render.RenderException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The library's styles of one document, each of which is paid for: the layout asks here for every element and every page.
 * Refuses the numbers that would make it work without end.
 */
public final class PaidStyles extends StyleReference {

    /** Two thousand million in Roman numerals are two million letters M. */
    private static final int HIGHEST_COUNTER = 10_000;

    private static final int LARGEST_STEP = 10;

    /** What a table costs grows with the square of its columns. */
    private static final int MOST_COLUMNS = 200;

    private static final int MOST_ROWS = 5_000;

    /** Each looks for its place among all others. */
    private static final int MOST_FLOATS = 2_000;

    private static final int MOST_IN_HEADS = 2_000;

    /** Drawn again on each page. */
    private static final int MOST_REPEATED = 200;

    private final StyleReference styles;
    private final Allowance allowance;
    private final Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Node, Integer> columns = new IdentityHashMap<>();
    private int floats;
    private int fixed;

    private PaidStyles(SharedContext context, Allowance allowance) {
        super(context.getUserAgentCallback());
        this.styles = context.getCss();
        this.allowance = allowance;
    }

    /** From now on the layout pays. */
    public static void charge(SharedContext context, Allowance allowance) {
        context.setCss(new PaidStyles(context, allowance));
    }

    /** With all that it inherits; null if the styles do not remember it. */
    public @Nullable CalculatedStyle calculated(Element element) {
        if (!seen.contains(element)) {
            getCascadedStyle(element, false);
        }
        return styles instanceof RememberedStyles remembered ? remembered.calculated(element) : null;
    }

    @Override
    public PageInfo getPageStyle(@Nullable String name, @Nullable String side) {
        allowance.page();
        return styles.getPageStyle(name, side);
    }

    @Override
    public CascadedStyle getCascadedStyle(@Nullable Element element, boolean restyle) {
        var style = paid(styles.getCascadedStyle(element, restyle));
        if (element != null && seen.add(element)) {
            checkDisplay(element, style.getIdent(CSSName.DISPLAY));
            checkPlace(element, style);
        }
        return style;
    }

    private void checkDisplay(Element element, @Nullable IdentValue display) {
        if (display == IdentValue.TABLE_CELL) {
            limit(columns.merge(element.getParentNode(), 1, Integer::sum), MOST_COLUMNS, "columns in a table");
        } else if (display == IdentValue.TABLE_HEADER_GROUP || display == IdentValue.TABLE_FOOTER_GROUP) {
            limit(size(element), MOST_IN_HEADS, "elements in a table's head or foot");
        }
    }

    private void countFloat(CascadedStyle style) {
        var side = style.getIdent(CSSName.FLOAT);
        if (side != null && side != IdentValue.NONE) {
            floats++;
            limit(floats, MOST_FLOATS, "floating elements");
        }
    }

    private void checkPlace(Element element, CascadedStyle style) {
        countFloat(style);
        var position = style.propertyByName(CSSName.POSITION);
        if (position != null && position.getValue().getCssText().equals("fixed")) {
            fixed += size(element);
            limit(fixed, MOST_REPEATED, "elements that are fixed and stand on each page");
        }
    }

    private static int size(Element element) {
        return 1 + element.getElementsByTagName("*").getLength();
    }

    private static void limit(int number, int most, String what) {
        if (number > most) {
            throw new RenderException("A letter has at most " + most + " " + what);
        }
    }

    @Override
    public @Nullable CascadedStyle getPseudoElementStyle(Node node, String pseudoElement) {
        var style = styles.getPseudoElementStyle(node, pseudoElement);
        if (style == null) {
            return null;
        }
        countFloat(style);
        allowance.generated(added(style));
        return paid(style);
    }

    /** The length of the texts in its {@code content}. */
    private static int added(CascadedStyle style) {
        var content = style.propertyByName(CSSName.CONTENT);
        if (content == null || !(content.getValue() instanceof PropertyValue value)) {
            return 0;
        }
        int added = 0;
        for (var part : Objects.requireNonNullElse(value.getValues(), List.of())) {
            added += part instanceof PropertyValue text && text.getStringValue() != null
                    ? text.getStringValue().length()
                    : 0;
        }
        return added;
    }

    private CascadedStyle paid(CascadedStyle style) {
        allowance.style();
        checkCounter(style, CSSName.COUNTER_RESET, HIGHEST_COUNTER);
        checkCounter(style, CSSName.COUNTER_INCREMENT, LARGEST_STEP);
        checkSpan(style, CSSName.FS_COLSPAN, MOST_COLUMNS);
        checkSpan(style, CSSName.FS_ROWSPAN, MOST_ROWS);
        return style;
    }

    private static void checkCounter(CascadedStyle style, CSSName property, int most) {
        var declaration = style.propertyByName(property);
        if (declaration != null && declaration.getValue() instanceof PropertyValue value) {
            for (var counter : Objects.requireNonNullElse(value.getCounters(), List.<CounterData>of())) {
                check(property, Math.abs((float) counter.getValue()), most);
            }
        }
    }

    private static void checkSpan(CascadedStyle style, CSSName property, int most) {
        var declaration = style.propertyByName(property);
        if (declaration != null) {
            check(property, declaration.getValue().getFloatValue((short) 1), most);
        }
    }

    private static void check(CSSName property, float value, int most) {
        if (value > most) {
            var name = property.toString().replace("-fs-table-cell-", "");
            throw new RenderException("A letter has a " + name + " of at most " + most);
        }
    }

    @Override
    public CalculatedStyle getRootElementStyle() {
        return styles.getRootElementStyle();
    }

    @Override
    public int getFragmentHide(Element element) {
        return styles.getFragmentHide(element);
    }

    @Override
    public boolean isHoverStyled(Element element) {
        return styles.isHoverStyled(element);
    }

    @Override
    public List<FontFaceRule> getFontFaceRules() {
        return styles.getFontFaceRules();
    }
}
