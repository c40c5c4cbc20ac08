/** The people who sign in: their names, passwords and roles, and accounts that another system vouches for. */
@NullMarked
package io.chancery.platform.user;

import org.jspecify.annotations.NullMarked;
