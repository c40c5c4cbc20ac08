/**
 * Renders text messages: plain words in as few segments as they need.
 */
@NullMarked
package io.chancery.render.sms;

import org.jspecify.annotations.NullMarked;
