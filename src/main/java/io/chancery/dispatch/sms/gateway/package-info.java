/** Text messages over the JSON interfaces of HTTP gateways, each described by its settings. */
@NullMarked
package io.chancery.dispatch.sms.gateway;

import org.jspecify.annotations.NullMarked;
