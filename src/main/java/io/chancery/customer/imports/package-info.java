/**
 * Files of records on their way in: spooled while they arrive, then taken batch by batch, each with the checkpoint of the
 * import in one transaction, so that a crash neither loses nor doubles anything.
 */
@NullMarked
package io.chancery.customer.imports;

import org.jspecify.annotations.NullMarked;
