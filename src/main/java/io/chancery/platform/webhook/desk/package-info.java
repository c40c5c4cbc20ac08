/** The calls about webhooks. */
@NullMarked
package io.chancery.platform.webhook.desk;

import org.jspecify.annotations.NullMarked;
