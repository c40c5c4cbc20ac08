/** What printers say of pieces and batches, and which pieces nobody says anything of. */
@NullMarked
package io.chancery.dispatch.print.run.response;

import org.jspecify.annotations.NullMarked;
