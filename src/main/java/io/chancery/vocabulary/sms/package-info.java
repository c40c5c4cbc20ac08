/** What fits into an SMS, and in which alphabet. */
@NullMarked
package io.chancery.vocabulary.sms;

import org.jspecify.annotations.NullMarked;
