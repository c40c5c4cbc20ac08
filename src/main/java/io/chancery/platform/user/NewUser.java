package io.chancery.platform.user;

import io.chancery.platform.Fault;
import io.chancery.platform.security.ApiClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator orders it.
 *
 * @param name with which they will sign in: letters, digits and {@code . _ @ -}, at most 100; never changes
 * @param displayName at most 100 characters
 * @param email null if unknown
 * @param mobile E.164; null if unknown
 */
public record NewUser(
        String name,
        String displayName,
        @Nullable String email,
        @Nullable String mobile,
        Set<String> roles) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final Pattern MOBILE = Pattern.compile("\\+[1-9][0-9]{3,14}");
    private static final int LONGEST = 100;

    public NewUser {
        roles = Set.copyOf(roles);
    }

    /** The address that somebody else says, or null if it is none. */
    public static @Nullable String emailOrNull(@Nullable String text) {
        return text != null && EMAIL.matcher(text).matches() ? text : null;
    }

    /** @throws UserException with a pointer for each fault */
    NewUser checked() {
        var faults = new ArrayList<Fault>();
        demand(NAME.matcher(name).matches(), "name", "has letters, digits and . _ @ -, at most 100", faults);
        demand(!displayName.isBlank() && displayName.length() <= LONGEST, "displayName", "is missing", faults);
        demand(email == null || EMAIL.matcher(email).matches(), "email", "is no e-mail address", faults);
        demand(mobile == null || MOBILE.matcher(mobile).matches(), "mobile", "is no number like +491711234567", faults);
        demand(!roles.isEmpty() && ApiClients.ROLES.containsAll(roles), "roles", "names no role", faults);
        if (!faults.isEmpty()) {
            throw UserException.invalid(faults);
        }
        return this;
    }

    private static void demand(boolean fine, String field, String sentence, List<Fault> faults) {
        if (!fine) {
            faults.add(new Fault("/" + field, sentence));
        }
    }
}
