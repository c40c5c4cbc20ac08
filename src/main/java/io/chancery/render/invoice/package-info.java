/**
 * Invoices as machines read them, of the same figures as the page: the XML of EN 16931, GiroCode and Swiss QR-bill. The only package
 * that knows Mustang and the QR-bill generator.
 */
@NullMarked
package io.chancery.render.invoice;

import org.jspecify.annotations.NullMarked;
