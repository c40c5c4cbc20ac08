/**
 * The sources and what they deliver: definitions, single records and whole streams, kept beside the customers they are linked to.
 */
@NullMarked
package io.chancery.customer.source;

import org.jspecify.annotations.NullMarked;
