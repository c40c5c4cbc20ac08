/** Where batches are put and response files are fetched: a folder, an SFTP server, an office printer. */
@NullMarked
package io.chancery.dispatch.print.printer;

import org.jspecify.annotations.NullMarked;
