/**
 * The language of author templates: the sections, values and formatters that the locked engine offers, each within its limits. Nothing
 * here knows Java types beyond plain values, so nothing else can be reached.
 */
@NullMarked
package io.chancery.render.language;

import org.jspecify.annotations.NullMarked;
