/** What is typed in the workshop, as it would reach people. */
@NullMarked
package io.chancery.web.author.preview;

import org.jspecify.annotations.NullMarked;
