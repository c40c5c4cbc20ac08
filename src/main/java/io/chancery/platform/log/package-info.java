/** The log as machines read it: one JSON object a line. What is logged has ids and never names, addresses, numbers or text. */
@NullMarked
package io.chancery.platform.log;

import org.jspecify.annotations.NullMarked;
