package io.chancery.message.run.file;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param firstLine the number of its first line, so that one file may follow another
 * @param delimiter of CSV; null if the file is JSON
 */
public record Upload(long firstLine, @Nullable Character delimiter) {}
