package io.chancery.archive.verify;

import java.util.List;

/**
 * What somebody has made of an export.
 *
 * @param what was done
 * @param traces of which the report has to name at least one
 */
record Mutation(String what, byte[] export, List<String> traces) {}
