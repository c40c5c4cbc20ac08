/** What one person declared, told and forgotten; of an objection a keyed hash of the address outlives them. */
@NullMarked
package io.chancery.consent.person;

import org.jspecify.annotations.NullMarked;
