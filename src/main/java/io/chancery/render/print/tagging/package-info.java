/**
 * The structure that a letter is read by aloud (PDF/UA-1, ISO 14289-1): what the layout engine tags is put right here, in ways that no
 * validator sees and every listener hears.
 */
@NullMarked
package io.chancery.render.print.tagging;

import org.jspecify.annotations.NullMarked;
