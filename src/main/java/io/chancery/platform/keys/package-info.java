/** The keys that lie outside the database: who has the database alone can read nothing that they protect, nor forge it. */
@NullMarked
package io.chancery.platform.keys;

import org.jspecify.annotations.NullMarked;
