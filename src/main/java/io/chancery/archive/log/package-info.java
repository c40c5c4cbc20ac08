/**
 * A pure engine: the Merkle tree of the tamper-evident log (RFC 6962, RFC 9162 §2.1), what its leaves are made of, and
 * the proofs it gives. It knows hashes; where they are kept is not its business.
 */
@NullMarked
package io.chancery.archive.log;

import org.jspecify.annotations.NullMarked;
