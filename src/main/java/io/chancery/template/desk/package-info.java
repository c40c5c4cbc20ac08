/** Where programs ask for the templates that there are. */
@NullMarked
package io.chancery.template.desk;

import org.jspecify.annotations.NullMarked;
