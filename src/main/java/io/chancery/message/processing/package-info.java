/** The record of processing activities (GDPR Art. 30), as the templates have it that are live. */
@NullMarked
package io.chancery.message.processing;

import org.jspecify.annotations.NullMarked;
