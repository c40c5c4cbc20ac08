/** Style sheets in mails: written to the elements themselves, because mail programs throw away what stands in the head. */
@NullMarked
package io.chancery.render.email.style;

import org.jspecify.annotations.NullMarked;
