/** What content is known by: its SHA-256 (FIPS 180-4). */
@NullMarked
package io.chancery.platform.digest;

import org.jspecify.annotations.NullMarked;
