package io.chancery.dispatch.print.printer;

import java.util.List;

/** Where a printer leaves response files. */
public sealed interface ResponseSource permits FolderTarget, SftpTarget {

    /** Names of files that nobody has put away, in alphabetical order: {@code .csv}, {@code .json} and {@code .ack}. */
    List<String> list();

    byte[] read(String name);

    /** Puts a file away, into the folder {@code done} beside it, so that it is not read again. */
    void archive(String name);
}
