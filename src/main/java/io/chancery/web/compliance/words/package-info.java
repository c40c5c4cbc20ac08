/** The words of the compliance desk, in English and German. */
@NullMarked
package io.chancery.web.compliance.words;

import org.jspecify.annotations.NullMarked;
