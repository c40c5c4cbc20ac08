/**
 * Checks the data of requests against a JSON Schema, and says in plain words what is wrong and where. Pure.
 */
@NullMarked
package io.chancery.template.schema;

import org.jspecify.annotations.NullMarked;
