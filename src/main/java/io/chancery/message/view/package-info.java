/** Puts together what callers see of a message. */
@NullMarked
package io.chancery.message.view;

import org.jspecify.annotations.NullMarked;
