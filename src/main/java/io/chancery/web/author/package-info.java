/** Where templates, blocks and brands are found, written and seen on all channels while they are written. */
@NullMarked
package io.chancery.web.author;

import org.jspecify.annotations.NullMarked;
