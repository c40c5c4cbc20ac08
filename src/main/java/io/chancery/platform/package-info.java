/**
 * What every feature stands on and no feature is about: problems, clock, ids, keys and roles, idempotency, the outbox and the embedded database.
 */
@NullMarked
package io.chancery.platform;

import org.jspecify.annotations.NullMarked;
