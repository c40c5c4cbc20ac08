/** What HTTP gateways say of texts after they took them: signed calls to an address of ours. */
@NullMarked
package io.chancery.dispatch.sms.gateway.callback;

import org.jspecify.annotations.NullMarked;
