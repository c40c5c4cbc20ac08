/** Pages for customers, behind signed links: confirming a consent, and deciding for themselves. */
@NullMarked
package io.chancery.web.preference;

import org.jspecify.annotations.NullMarked;
