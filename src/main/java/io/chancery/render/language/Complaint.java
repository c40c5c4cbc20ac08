package io.chancery.render.language;

import io.quarkus.qute.TemplateNode.Origin;
import org.jspecify.annotations.Nullable;

/** Something an author must change, in their words; where it is gets added on the way out, as far as it is known. */
public final class Complaint extends RuntimeException {

    private final transient @Nullable Origin origin;

    public Complaint(String reason) {
        this(reason, null);
    }

    public Complaint(String reason, @Nullable Origin origin) {
        super(reason);
        this.origin = origin;
    }

    public @Nullable Origin origin() {
        return origin;
    }
}
