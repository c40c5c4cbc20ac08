/**
 * Renders pages for a screen: what a text message has no room for, readable on a phone, by eye and by ear.
 */
@NullMarked
package io.chancery.render.screen;

import org.jspecify.annotations.NullMarked;
