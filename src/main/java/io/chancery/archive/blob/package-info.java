/** Where the packed contents of documents lie: in their rows, or in an S3-compatible store. */
@NullMarked
package io.chancery.archive.blob;

import org.jspecify.annotations.NullMarked;
