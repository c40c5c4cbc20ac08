package io.chancery.render.language;

/**
 * Text that is markup already and is not escaped again. Only the renderer makes it, from what it has escaped itself;
 * authors have no way to.
 */
public record Markup(String html) {

    @Override
    public String toString() {
        return html;
    }
}
