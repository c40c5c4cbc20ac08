/** How long what was sent is kept: rules by class of document, and what follows from them for each delivery on the day it is asked. */
@NullMarked
package io.chancery.archive.retention;

import org.jspecify.annotations.NullMarked;
