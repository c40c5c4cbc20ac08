package io.chancery.dispatch.print.printer;

/** Takes batches to a printer. */
public sealed interface PrintTarget permits FolderTarget, SftpTarget, IppTarget {

    /**
     * Hands a batch over, whole or not at all. To hand the same one over again changes nothing, as long as the target still
     * remembers it.
     *
     * @return what the target calls it
     * @throws TargetException if it is not there, or nobody knows
     */
    String deliver(Consignment consignment);
}
