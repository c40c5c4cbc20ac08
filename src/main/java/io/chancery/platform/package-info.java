/**
 * What every feature stands on and no feature is about: problems, clock, ids, keys and roles, idempotency and the outbox.
 */
@NullMarked
package io.chancery.platform;

import org.jspecify.annotations.NullMarked;
