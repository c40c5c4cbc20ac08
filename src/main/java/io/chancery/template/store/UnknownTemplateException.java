package io.chancery.template.store;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** There is no template with this key, or none of its versions is live. */
public final class UnknownTemplateException extends ProblemException {

    private UnknownTemplateException(int status, List<Fault> faults) {
        super(status, "unknown-template", "There is no live template with this key", faults);
    }

    /** The body of a request names it in {@code /template}. */
    public static UnknownTemplateException inBody() {
        return new UnknownTemplateException(422, List.of(new Fault("/template", "names no template that is live")));
    }

    /** The path of a request names it. */
    public static UnknownTemplateException inPath() {
        return new UnknownTemplateException(404, List.of());
    }
}
