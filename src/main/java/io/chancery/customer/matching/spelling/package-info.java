/**
 * A pure engine: brings names, streets and numbers to one spelling and tells how far two spellings are apart.
 */
@NullMarked
package io.chancery.customer.matching.spelling;

import org.jspecify.annotations.NullMarked;
