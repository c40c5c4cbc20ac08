/** Where runs, their lines and their faults are kept. For runs alone. */
@NullMarked
package io.chancery.message.run.store;

import org.jspecify.annotations.NullMarked;
