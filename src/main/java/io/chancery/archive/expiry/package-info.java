/**
 * How what is kept comes to its end: somebody, or the job, proposes what is due, another person approves, and it is deleted
 * in small transactions that leave a record each.
 */
@NullMarked
package io.chancery.archive.expiry;

import org.jspecify.annotations.NullMarked;
