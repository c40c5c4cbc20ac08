/** What is known of one person by who they are: told, forgotten, and kept from coming back unasked. */
@NullMarked
package io.chancery.customer.person;

import org.jspecify.annotations.NullMarked;
