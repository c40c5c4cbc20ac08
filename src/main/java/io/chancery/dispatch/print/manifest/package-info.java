/** What goes to the printer beside a batch, and what comes back: manifests, the zip file, response files. */
@NullMarked
package io.chancery.dispatch.print.manifest;

import org.jspecify.annotations.NullMarked;
