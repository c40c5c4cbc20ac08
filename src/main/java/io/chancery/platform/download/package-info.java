/** Files that people take away: lists of any length, and what makes a table harmless to those who open it. */
@NullMarked
package io.chancery.platform.download;

import org.jspecify.annotations.NullMarked;
