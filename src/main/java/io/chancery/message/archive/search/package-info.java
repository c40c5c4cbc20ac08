/**
 * How deliveries are found: each search goes along one index, newest first, and looks at so many of them at most.
 */
@NullMarked
package io.chancery.message.archive.search;

import org.jspecify.annotations.NullMarked;
