package io.chancery.dispatch.print.printer;

/** A target did not take a batch or did not give a file. */
public final class TargetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What to do about it. */
    public enum Kind {
        /** Another attempt can help: not reached, or no room. */
        TEMPORARY,
        /** Only an operator can help: a wrong host key or login, another file of the same name. */
        REFUSED,
        /** It may have arrived. */
        UNCERTAIN
    }

    TargetException(Kind kind, String problem) {
        super(problem);
        this.kind = kind;
    }

    TargetException(Kind kind, String problem, Throwable cause) {
        super(problem, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
