/**
 * Reads the {@code templates/} folder: refuses what is no plain file, checks every file, and gives back the brands,
 * blocks and templates in it or all that is wrong with them. Pure; no database.
 */
@NullMarked
package io.chancery.template.source;

import org.jspecify.annotations.NullMarked;
