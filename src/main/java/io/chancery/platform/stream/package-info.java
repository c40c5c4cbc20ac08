/**
 * Reads CSV and NDJSON streams of any length record by record, in constant memory, whatever is wrong with single lines.
 */
@NullMarked
package io.chancery.platform.stream;

import org.jspecify.annotations.NullMarked;
