package io.chancery.web.start;

import io.chancery.platform.security.ApiClients;
import io.chancery.platform.user.NewUser;
import io.chancery.platform.user.Users;
import io.chancery.web.demo.Demo;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes those who can sign in where nobody can yet. */
@ApplicationScoped
class FirstAccounts {

    private static final String ADMINISTRATOR = "admin";

    private final ApiClients clients;
    private final Users users;
    private final Demo demo;

    FirstAccounts(ApiClients clients, Users users, Demo demo) {
        this.clients = clients;
        this.users = users;
        this.demo = demo;
    }

    /**
     * People who can sign in from now on.
     *
     * @param names all with the same password
     */
    record Accounts(List<String> names, String password) {}

    /** The key that programs begin with, where there is none. */
    Optional<String> key() {
        return clients.isEmpty() ? clients.createIfMissing(Demo.CLIENT, ApiClients.ROLES) : Optional.empty();
    }

    /**
     * An administrator where nobody has an account; in a demo one of each role besides, so that an author finds an approver.
     * The administrator's first act is to choose a password, but in a demo.
     */
    Optional<Accounts> people() {
        if (!users.list().isEmpty()) {
            return Optional.empty();
        }
        var password = users.newPassword();
        var names = new ArrayList<String>();
        names.add(ADMINISTRATOR);
        users.create(new NewUser(ADMINISTRATOR, "Administrator", null, null, Set.of("admin")), password, !demo.isOn());
        if (demo.isOn()) {
            for (var role : new TreeSet<>(Set.of("author", "approver", "steward", "agent", "compliance", "operator"))) {
                names.add(role);
                users.create(
                        new NewUser(role, "Demo " + role, role + "@example.org", null, Set.of(role)), password, false);
            }
        }
        return Optional.of(new Accounts(names, password));
    }
}
