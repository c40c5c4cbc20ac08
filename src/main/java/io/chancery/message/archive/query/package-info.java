/**
 * A pure engine: the language in which people search the archive, {@code channel:sms "Ihre Rechnung" -status:delivered}.
 */
@NullMarked
package io.chancery.message.archive.query;

import org.jspecify.annotations.NullMarked;
