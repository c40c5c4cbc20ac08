/** Renditions from the archive, made visible on a page: nothing is rendered anew, the kept bytes are shown. */
@NullMarked
package io.chancery.web.rendition;

import org.jspecify.annotations.NullMarked;
