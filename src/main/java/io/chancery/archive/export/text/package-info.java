/** The tables and pages of an export for people and for the programs of auditors. */
@NullMarked
package io.chancery.archive.export.text;

import org.jspecify.annotations.NullMarked;
