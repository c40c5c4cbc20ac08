package io.chancery.message.plan;

import io.chancery.consent.Preferences;
import io.chancery.consent.Standing;

/** What a customer allows, forbids and prefers, read when a message is about to be sent. */
public record Attitude(Standing standing, Preferences preferences) {}
