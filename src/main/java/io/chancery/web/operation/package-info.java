/** For those who run the house: what is held, who takes deliveries over, and what is printed. */
@NullMarked
package io.chancery.web.operation;

import org.jspecify.annotations.NullMarked;
