/** What protects the pages in a browser, and leads people back to where they wanted to go. */
@NullMarked
package io.chancery.web.guard;

import org.jspecify.annotations.NullMarked;
