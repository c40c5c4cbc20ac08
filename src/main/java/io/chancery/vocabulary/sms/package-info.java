/**
 * What fits into a text message, and in how many parts.
 */
@NullMarked
package io.chancery.vocabulary.sms;

import org.jspecify.annotations.NullMarked;
