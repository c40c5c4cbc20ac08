/**
 * Renders e-mails: one RFC 5322 message with a plain text part, HTML, the pictures in it and, where the template says so,
 * the letter as PDF. The same delivery gives the same bytes.
 */
@NullMarked
package io.chancery.render.email;

import org.jspecify.annotations.NullMarked;
