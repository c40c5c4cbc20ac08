/**
 * What one feature asks of another without knowing it.
 */
@NullMarked
package io.chancery.vocabulary.event;

import org.jspecify.annotations.NullMarked;
