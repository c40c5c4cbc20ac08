/** What a fresh Chancery shows: invented customers, twenty messages to them, and an invoice to send by hand. */
@NullMarked
package io.chancery.web.demo;

import org.jspecify.annotations.NullMarked;
