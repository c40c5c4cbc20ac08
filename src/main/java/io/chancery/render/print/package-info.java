/**
 * The letter: the brand's print layout becomes PDF/A-3a and PDF/UA-1. The only package that knows openhtmltopdf, PDFBox and Batik. Nothing in a
 * document can reach the network or a file; all it can name is the brand's assets.
 */
@NullMarked
package io.chancery.render.print;

import org.jspecify.annotations.NullMarked;
