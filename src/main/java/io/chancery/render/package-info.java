/**
 * The renderer: one template version, one recipient and the data of a request become one rendition per channel.
 */
@NullMarked
package io.chancery.render;

import org.jspecify.annotations.NullMarked;
