/** What pages with forms have in common: who is there, and what is wrong with what they filled in. */
@NullMarked
package io.chancery.web.form;

import org.jspecify.annotations.NullMarked;
