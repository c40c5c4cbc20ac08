/** All that is known of one person, as a ZIP for the person: data, documents, and pages that explain them. */
@NullMarked
package io.chancery.archive.person.export;

import org.jspecify.annotations.NullMarked;
