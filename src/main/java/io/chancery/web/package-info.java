/**
 * Pages for people: the messages, one message with what was rendered and what happened to it, and signing in. Rendered
 * on the server, in German and English, and complete without JavaScript.
 */
@NullMarked
package io.chancery.web;

import org.jspecify.annotations.NullMarked;
