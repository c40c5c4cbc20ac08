package io.chancery.render.letter;

import io.chancery.template.TemplateVersion;
import java.util.Locale;

/** How many sides of a sheet are printed. */
public enum Sides {
    SIMPLEX(1),
    DUPLEX(2);

    private final int ofSheet;

    Sides(int ofSheet) {
        this.ofSheet = ofSheet;
    }

    /** What the template says, else its brand. */
    static Sides of(TemplateVersion version) {
        var own = version.settings().letter().sides();
        var code = own.isEmpty() ? version.brand().findText("letter", "sides").orElse(DUPLEX.code()) : own;
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What templates and envelopes call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many sheets so many pages take. */
    public int sheets(int pages) {
        return (pages + ofSheet - 1) / ofSheet;
    }

    /** How many sides of the last sheet stay empty. */
    public int emptySides(int pages) {
        return sheets(pages) * ofSheet - pages;
    }
}
