/** Where the link of a text message leads. */
@NullMarked
package io.chancery.web.screen;

import org.jspecify.annotations.NullMarked;
