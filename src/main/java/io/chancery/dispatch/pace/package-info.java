/**
 * How fast a channel goes: when a failed delivery is tried again, when a channel rests because its provider is in
 * trouble, and how much work is taken on ahead. Pure.
 */
@NullMarked
package io.chancery.dispatch.pace;

import org.jspecify.annotations.NullMarked;
