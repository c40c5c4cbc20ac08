/**
 * One hand-over to a webhook: where it may go, how it is signed, and what its receiver answered. Used by everything that
 * tells somebody outside.
 */
@NullMarked
package io.chancery.platform.webhook.send;

import org.jspecify.annotations.NullMarked;
