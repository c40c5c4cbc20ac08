/** What the archive knows of one person, and what is on record of a person who was erased. */
@NullMarked
package io.chancery.archive.person;

import org.jspecify.annotations.NullMarked;
