/**
 * Runs: many messages from one file, which are checked, started, paused, resumed, cancelled and tried again together.
 */
@NullMarked
package io.chancery.message.run;

import org.jspecify.annotations.NullMarked;
