package io.chancery.dispatch.print.printer;

/** How far an office printer is with a batch. */
public enum PrintJob {
    WAITING,
    PRINTING,
    /** It waits for somebody: paper, toner, a jam. */
    STOPPED,
    COMPLETED,
    /** By the printer, or by somebody at it. What came out of it by then nobody knows. */
    ABORTED,
    /** The printer does not remember it. */
    FORGOTTEN
}
