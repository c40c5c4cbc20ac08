/** Whether a letter's address shows in its envelope, measured on the archived PDF itself. */
@NullMarked
package io.chancery.dispatch.print.window;

import org.jspecify.annotations.NullMarked;
