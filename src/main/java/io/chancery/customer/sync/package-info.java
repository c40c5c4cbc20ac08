/**
 * The way back: tells each source which golden values differ from its own, by feed and by signed webhook.
 */
@NullMarked
package io.chancery.customer.sync;

import org.jspecify.annotations.NullMarked;
