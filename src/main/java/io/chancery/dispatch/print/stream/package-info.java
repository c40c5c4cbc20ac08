/**
 * One PDF for a whole batch: letters as they were archived, with what they have in common stored once, and marks for the
 * inserter. Nothing here renders; a letter's marks and words stay what they are.
 */
@NullMarked
package io.chancery.dispatch.print.stream;

import org.jspecify.annotations.NullMarked;
