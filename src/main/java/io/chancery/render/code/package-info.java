/** Codes for machines to read: QR codes, DataMatrix and Code 128, as a message shows them on any channel. */
@NullMarked
package io.chancery.render.code;

import org.jspecify.annotations.NullMarked;
