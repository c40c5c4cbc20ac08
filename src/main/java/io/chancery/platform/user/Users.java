package io.chancery.platform.user;

import io.chancery.platform.Fault;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.security.ApiClient;
import io.chancery.platform.user.UserTable.Credential;
import io.chancery.platform.user.UserTable.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people who sign in with a name and a password kept here, or whom another system vouches for. */
@ApplicationScoped
public class Users {

    /** NIST SP 800-63B-4 §3.1.1.2 asks for 15 where a password is all; and no rules of what it is made of. */
    public static final int SHORTEST_PASSWORD = 15;

    private static final int LONGEST_PASSWORD = 200;

    /** From here on each wrong password closes the account for a while, twice as long each time. */
    private static final int FAILURES = 5;

    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final int LONGEST_LOCK = 4;

    /** A working day: whoever has left the company, or has other roles there, is out here or has them by then. */
    private static final Duration VOUCHED_FOR = Duration.ofHours(12);

    /** Without those that are taken for one another: 31 characters, 99 bits in 20. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int INITIAL_LENGTH = 20;
    private static final int GROUP = 5;

    private final UserTable table;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Users(UserTable table, IdGenerator ids, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** Everybody, by name; those too who may not sign in any more. */
    public List<User> list() {
        return table.list();
    }

    /** @throws UserException if there is nobody of this name */
    public User get(String name) {
        return table.find(name).orElseThrow(UserException::unknown);
    }

    /** Somebody of this name, who may not be a person: systems have no account here. */
    public Optional<User> find(String name) {
        return table.find(name);
    }

    /** A password that nobody chose, to be told once. */
    public String newPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < INITIAL_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /**
     * Makes an account.
     *
     * @param mustChange whether nothing can be done with it until they have chosen a password of their own
     * @throws UserException if it is not valid, or if the name is taken
     */
    @Transactional
    public void create(NewUser user, String password, boolean mustChange) {
        var secret = new Secret(PasswordHash.of(password, random), mustChange, null);
        if (!table.insert(ids.next(), user.checked(), secret, clock.instant())) {
            throw UserException.exists();
        }
    }

    /**
     * Gives somebody other roles, another display name or address.
     *
     * @param by who may not change their own
     * @throws UserException if it is not valid, if it is their own, or if there is nobody of this name
     */
    @Transactional
    public void change(NewUser user, String by) {
        refuseOwn(user.name(), by);
        demand(table.change(user.checked()));
    }

    /** Ends an account, and with it whatever they have open; {@link #enable} undoes that. */
    @Transactional
    public void disable(String name, String by) {
        refuseOwn(name, by);
        demand(table.setDisabled(name, clock.instant()));
    }

    /** Lets somebody sign in again. */
    @Transactional
    public void enable(String name) {
        demand(table.setDisabled(name, null));
    }

    /** @return the new password, which must be changed at the next sign-in */
    @Transactional
    public String resetPassword(String name) {
        var password = newPassword();
        demand(table.setPassword(name, PasswordHash.of(password, random), true));
        return password;
    }

    /**
     * What people do for themselves.
     *
     * @throws UserException if the old one is wrong, or the new one too short or the same
     */
    @Transactional(dontRollbackOn = UserException.class)
    public void changePassword(String name, String old, String chosen) {
        if (authenticate(name, old).isEmpty()) {
            throw UserException.invalid(List.of(new Fault("/old", "is not the password")));
        }
        if (chosen.length() < SHORTEST_PASSWORD || chosen.length() > LONGEST_PASSWORD || chosen.equals(old)) {
            throw UserException.invalid(
                    List.of(new Fault("/new", "has " + SHORTEST_PASSWORD + " to 200 characters and is another one")));
        }
        demand(table.setPassword(name, PasswordHash.of(chosen, random), false));
    }

    private static void refuseOwn(String name, String by) {
        if (name.equals(by)) {
            throw UserException.own();
        }
    }

    private static void demand(boolean found) {
        if (!found) {
            throw UserException.unknown();
        }
    }

    /**
     * Whoever has this name and this password. Wrong ones close the account for a while: 1 minute, 2, at most 16. Who must
     * change their password has no roles until they have.
     */
    @Transactional
    public Optional<ApiClient> authenticate(String name, String password) {
        var known = table.credential("client.name", name).filter(user -> user.passwordHash() != null);
        if (known.isEmpty() || password.length() > LONGEST_PASSWORD) {
            PasswordHash.matchesNobody("");
            return Optional.empty();
        }
        var user = known.get();
        boolean right = PasswordHash.matches(password, String.valueOf(user.passwordHash()));
        if (isLocked(user)) {
            return Optional.empty();
        }
        if (!right) {
            table.failed(user.client().id(), lock(user.failures() + 1));
            return Optional.empty();
        }
        table.signedIn(user.client().id(), clock.instant());
        return Optional.of(allowed(user));
    }

    private boolean isLocked(Credential user) {
        return user.lockedUntil() != null && clock.instant().isBefore(user.lockedUntil());
    }

    private @Nullable Instant lock(int failures) {
        return failures < FAILURES
                ? null
                : clock.instant().plus(FIRST_LOCK.multipliedBy(1L << Math.min(failures - FAILURES, LONGEST_LOCK)));
    }

    /**
     * Whoever comes back under this name, if they still may. For whom another system vouches, it does so again each day.
     *
     * @param mark what {@link #mark} was when they signed in; empty if there was none
     */
    public Optional<ApiClient> comingBack(String name, String mark) {
        return table.credential("client.name", name)
                .filter(user -> user.passwordHash() == null
                        ? table.signedInSince(name, lastVouching())
                        : markOf(user).equals(mark))
                .map(Users::allowed);
    }

    /** Stands for the password that somebody has, and tells nothing of it; empty if they have none. */
    public String mark(String name) {
        return table.credential("client.name", name).map(Users::markOf).orElse("");
    }

    private static String markOf(Credential user) {
        return user.passwordHash() == null ? "" : Sha256.of(user.passwordHash());
    }

    private Instant lastVouching() {
        return clock.instant().minus(VOUCHED_FOR);
    }

    private static ApiClient allowed(Credential user) {
        var client = user.client();
        return user.mustChange() ? new ApiClient(client.id(), client.name(), Set.of(), false) : client;
    }

    /**
     * Somebody for whom another system vouches, with what it says of them now; made when they come for the first time.
     *
     * @param subject unique among all issuers
     * @return empty if they have been disabled here
     * @throws UserException if the name belongs to another account, or if what it says is not valid
     */
    @Transactional
    public Optional<ApiClient> vouched(String subject, NewUser user) {
        var name = table.nameOf(subject);
        if (name.isPresent()) {
            // Of a number the other system says nothing: it stays what an administrator has put there.
            var mobile = table.find(name.get()).map(User::mobile).orElse(user.mobile());
            table.change(new NewUser(name.get(), user.displayName(), user.email(), mobile, user.roles()).checked());
        } else if (!table.insert(ids.next(), user.checked(), new Secret(null, false, subject), clock.instant())) {
            throw UserException.exists();
        }
        var now = table.credential("subject", subject);
        now.ifPresent(found -> table.signedIn(found.client().id(), clock.instant()));
        return now.map(Credential::client);
    }
}
