/**
 * Keeps the versions of templates and brands in the database, and makes a new one only when a file has changed.
 */
@NullMarked
package io.chancery.template.store;

import org.jspecify.annotations.NullMarked;
