/**
 * Time-stamps of checkpoints by an authority outside the house (RFC 3161). BouncyCastle is used here only; who sends the
 * queries is not its business.
 */
@NullMarked
package io.chancery.archive.log.time;

import org.jspecify.annotations.NullMarked;
