/** Reads the audit log to those who watch over the others. */
@NullMarked
package io.chancery.platform.audit.desk;

import org.jspecify.annotations.NullMarked;
