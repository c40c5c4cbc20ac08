/** From the body of a request to a message on record, or to a refusal that names every fault. */
@NullMarked
package io.chancery.message.intake;

import org.jspecify.annotations.NullMarked;
