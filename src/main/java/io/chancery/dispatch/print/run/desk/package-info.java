/** What operators see of print runs, and what they can have done again. */
@NullMarked
package io.chancery.dispatch.print.run.desk;

import org.jspecify.annotations.NullMarked;
