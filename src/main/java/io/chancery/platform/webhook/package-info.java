/** Webhooks: who wants to be told of what, and who was told. */
@NullMarked
package io.chancery.platform.webhook;

import org.jspecify.annotations.NullMarked;
