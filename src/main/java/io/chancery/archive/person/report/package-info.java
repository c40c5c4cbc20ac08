/** What an erasure comes to: what goes, what has to be kept under which duty, and what stays because it names nobody. */
@NullMarked
package io.chancery.archive.person.report;

import org.jspecify.annotations.NullMarked;
