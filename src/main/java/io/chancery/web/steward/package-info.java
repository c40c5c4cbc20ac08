/**
 * The steward's desk: who is who, and how good the data of the sources is.
 */
@NullMarked
package io.chancery.web.steward;

import org.jspecify.annotations.NullMarked;
