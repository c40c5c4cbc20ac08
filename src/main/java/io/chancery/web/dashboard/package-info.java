/** How much goes out, how far it gets, how long it takes, and what it spares. */
@NullMarked
package io.chancery.web.dashboard;

import org.jspecify.annotations.NullMarked;
