/** What content is known by: its SHA-256 (FIPS 180-4), and how fields become the bytes that are hashed. */
@NullMarked
package io.chancery.platform.digest;

import org.jspecify.annotations.NullMarked;
