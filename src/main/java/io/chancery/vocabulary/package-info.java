/**
 * The values that several features speak: channels, people, addresses, renditions and statuses. Pure; no beans, no library of ours.
 */
@NullMarked
package io.chancery.vocabulary;

import org.jspecify.annotations.NullMarked;
