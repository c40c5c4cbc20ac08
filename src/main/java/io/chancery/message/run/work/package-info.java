/** What is done with the items of runs, some at a time: checking, making messages, calling off, trying again. */
@NullMarked
package io.chancery.message.run.work;

import org.jspecify.annotations.NullMarked;
