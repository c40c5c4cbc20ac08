package io.chancery.platform;

import java.util.List;

/** The base of every exception that a caller can do something about; {@link ProblemMapper} makes it RFC 9457. */
public abstract class ProblemException extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<Fault> faults;

    /**
     * @param status HTTP status, 400 to 499
     * @param code stable and kebab-case, part of the public contract
     * @param message ids and rules only, no personal data: it goes into the answer and into the log
     * @param faults each thing that is wrong, with its pointer; may be empty
     */
    protected ProblemException(int status, String code, String message, List<Fault> faults) {
        super(message);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }
}
