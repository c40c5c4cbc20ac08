/** Runs: many messages from one file, from the first line to the last outcome. */
@NullMarked
package io.chancery.web.run;

import org.jspecify.annotations.NullMarked;
