/** All that an export says of one delivery: read from the record, and written into files. */
@NullMarked
package io.chancery.archive.export.dossier;

import org.jspecify.annotations.NullMarked;
