/** What hand-overs know of one person: told and forgotten. */
@NullMarked
package io.chancery.dispatch.person;

import org.jspecify.annotations.NullMarked;
