/** Brings the files of a brand, and lets them be seen. */
@NullMarked
package io.chancery.web.author.asset;

import org.jspecify.annotations.NullMarked;
