/**
 * The template store: templates, brands and their versions, imported from the {@code templates/} folder and checked on the way in.
 */
@NullMarked
package io.chancery.template;

import org.jspecify.annotations.NullMarked;
