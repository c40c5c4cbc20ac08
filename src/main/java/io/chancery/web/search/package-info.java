/** One box for everything. */
@NullMarked
package io.chancery.web.search;

import org.jspecify.annotations.NullMarked;
