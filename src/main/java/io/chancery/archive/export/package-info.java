/**
 * Exports of the archive: evidence for one message or a period, to be verified by others without us. They are planned once
 * and made again at each download, byte for byte the same.
 */
@NullMarked
package io.chancery.archive.export;

import org.jspecify.annotations.NullMarked;
