/**
 * What makes a PDF one that can be archived (PDF/A-3, ISO 19005-3) and carries an invoice for machines: metadata, the identifier, attached
 * files. The same letter gives the same bytes.
 */
@NullMarked
package io.chancery.render.print.archival;

import org.jspecify.annotations.NullMarked;
