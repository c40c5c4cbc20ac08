/** The tables of print runs: letters, pieces, batches, and what could not be read of response files. */
@NullMarked
package io.chancery.dispatch.print.run.store;

import org.jspecify.annotations.NullMarked;
