package io.chancery.render.print.style;

import com.openhtmltopdf.css.extend.AttributeResolver;
import com.openhtmltopdf.css.extend.TreeResolver;
import org.jspecify.annotations.Nullable;

/** Answers what the library's matcher of selectors wants to know of an element, from its kind. */
final class KindResolver implements TreeResolver, AttributeResolver {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static Kind kind(Object element) {
        return (Kind) element;
    }

    @Override
    public @Nullable Object getParentElement(Object element) {
        return kind(element).parent;
    }

    @Override
    public String getElementName(Object element) {
        return kind(element).traits.name();
    }

    @Override
    public @Nullable Object getPreviousSiblingElement(Object element) {
        return kind(element).before;
    }

    @Override
    public boolean isFirstChildElement(Object element) {
        return kind(element).traits.isFirst();
    }

    @Override
    public boolean isLastChildElement(Object element) {
        return kind(element).traits.isLast();
    }

    /** Style sheets that ask are not remembered. */
    @Override
    public int getPositionOfElement(Object element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean matchesElement(Object element, @Nullable String namespace, String name) {
        return name.equals(getElementName(element)) && (namespace == null || namespace.equals(XHTML));
    }

    @Override
    public @Nullable String getAttributeValue(Object element, String name) {
        return kind(element).traits.attributes().get(name);
    }

    @Override
    public @Nullable String getAttributeValue(Object element, @Nullable String namespace, String name) {
        return namespace == null || namespace.isEmpty() ? getAttributeValue(element, name) : null;
    }

    @Override
    public String getClass(Object element) {
        return kind(element).traits.attributes().getOrDefault("class", "");
    }

    @Override
    public @Nullable String getID(Object element) {
        var id = kind(element).traits.attributes().getOrDefault("id", "").strip();
        return id.isEmpty() ? null : id;
    }

    @Override
    public String getElementStyling(Object element) {
        return kind(element).traits.declared().style();
    }

    @Override
    public String getNonCssStyling(Object element) {
        return kind(element).traits.declared().hints();
    }

    /** Style sheets that ask are not remembered. */
    @Override
    public String getLang(Object element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isLink(Object element) {
        return getElementName(element).equals("a")
                && kind(element).traits.attributes().containsKey("href");
    }

    @Override
    public boolean isVisited(Object element) {
        return false;
    }

    @Override
    public boolean isHover(Object element) {
        return false;
    }

    @Override
    public boolean isActive(Object element) {
        return false;
    }

    @Override
    public boolean isFocus(Object element) {
        return false;
    }

    @Override
    public boolean isMarker(Object element) {
        return false;
    }
}
