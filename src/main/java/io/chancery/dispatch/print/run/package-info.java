/**
 * Print runs: letters wait in a pool until the cut-off, are put into envelopes and files, and handed to the printer. Used
 * when a cut-off is configured, in the place of the folder of single letters.
 */
@NullMarked
package io.chancery.dispatch.print.run;

import org.jspecify.annotations.NullMarked;
