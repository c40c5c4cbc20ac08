/**
 * The audit log: who looked at, exported, held, approved, changed or deleted what, when and from where. Resources say by
 * {@link io.chancery.platform.audit.Audited} what a call is; what cannot be put on record does not happen, and is not shown.
 */
@NullMarked
package io.chancery.platform.audit;

import org.jspecify.annotations.NullMarked;
