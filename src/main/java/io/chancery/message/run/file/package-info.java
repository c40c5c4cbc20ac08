/** From the lines of a file to items of a run on record, in constant memory. */
@NullMarked
package io.chancery.message.run.file;

import org.jspecify.annotations.NullMarked;
