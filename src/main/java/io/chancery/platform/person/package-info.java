/**
 * What data protection asks of every feature: to tell what it knows of one person, and to forget it. Each answers for its own
 * tables.
 */
@NullMarked
package io.chancery.platform.person;

import org.jspecify.annotations.NullMarked;
