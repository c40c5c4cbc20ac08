/**
 * The queue, the workers and the adapters that hand renditions to providers, and record each attempt before it is made.
 */
@NullMarked
package io.chancery.dispatch;

import org.jspecify.annotations.NullMarked;
