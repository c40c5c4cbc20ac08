/**
 * Why records are one customer or two, what became of them over time, and how sure the engine is: for people who check it.
 */
@NullMarked
package io.chancery.customer.insight;

import org.jspecify.annotations.NullMarked;
