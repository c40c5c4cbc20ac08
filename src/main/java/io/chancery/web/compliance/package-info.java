/** The compliance desk: the archive and its proofs, holds, retention, exports, checks, the audit log, erasure. */
@NullMarked
package io.chancery.web.compliance;

import org.jspecify.annotations.NullMarked;
