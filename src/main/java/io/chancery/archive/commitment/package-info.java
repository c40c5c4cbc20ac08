/** What binds a row of the record to its content, and can be opened for one row without giving away a customer's key. */
@NullMarked
package io.chancery.archive.commitment;

import org.jspecify.annotations.NullMarked;
