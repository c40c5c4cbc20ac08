/** What was asked to be written to one person: told, called off and forgotten. */
@NullMarked
package io.chancery.message.person;

import org.jspecify.annotations.NullMarked;
