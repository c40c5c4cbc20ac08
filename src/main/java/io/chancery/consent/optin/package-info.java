/** Double opt-in: asking for a confirmation by e-mail, and taking it. For the consent feature alone. */
@NullMarked
package io.chancery.consent.optin;

import org.jspecify.annotations.NullMarked;
