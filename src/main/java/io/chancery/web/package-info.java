/**
 * Pages for people.
 */
@NullMarked
package io.chancery.web;

import org.jspecify.annotations.NullMarked;
