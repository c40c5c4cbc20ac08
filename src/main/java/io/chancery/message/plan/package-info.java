/** Which channels carry a message, what may stop a delivery, and what follows from its outcome. */
@NullMarked
package io.chancery.message.plan;

import org.jspecify.annotations.NullMarked;
