package io.chancery.platform.security;

import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClients.Registered;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where keys are made and revoked. */
@ApplicationScoped
public class ApiClientDesk {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,99}");
    private static final int LONGEST_NAME = 100;
    private static final Set<String> KINDS = Set.of("live", "test");

    private final ApiClients clients;

    ApiClientDesk(ApiClients clients) {
        this.clients = clients;
    }

    /** A client that was made just now, with its key, which nobody can look up later. */
    public record NewClient(String name, String kind, Set<String> roles, String key) {}

    /** Every client there ever was, by name. */
    public List<Registered> list() {
        return clients.list();
    }

    /**
     * Makes a client with {@code name}, {@code roles} and {@code kind}.
     *
     * @throws io.chancery.platform.ProblemException with each fault
     */
    public NewClient create(BodyFields fields) {
        fields.allow(Set.of("name", "roles", "kind"));
        var name = fields.required("name", LONGEST_NAME);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            fields.fault("name", "has letters, digits, blanks and . _ @ -, and begins with a letter or digit");
        }
        var roles = fields.texts("roles", ApiClients.ROLES.size());
        for (int i = 0; i < roles.size(); i++) {
            if (!ApiClients.ROLES.contains(roles.get(i))) {
                fields.fault("roles", i, "is none of " + String.join(", ", new TreeSet<>(ApiClients.ROLES)));
            }
        }
        if (roles.isEmpty() && fields.faults().isEmpty()) {
            fields.fault("roles", "names no role");
        }
        var kind = kind(fields);
        fields.refuseFaulty(ApiClientException::invalid);
        var key = clients.createIfMissing(name, Set.copyOf(roles), kind.equals("test"))
                .orElseThrow(ApiClientException::exists);
        return new NewClient(name, kind, new TreeSet<>(roles), key);
    }

    private static String kind(BodyFields fields) {
        var kind = fields.has("kind") ? fields.required("kind", LONGEST_NAME) : "live";
        if (!KINDS.contains(kind)) {
            fields.fault("kind", "is neither live nor test");
        }
        return kind;
    }

    /** Makes a key worthless, but not one's own. */
    public void revoke(String name, SecurityIdentity caller) {
        if (name.equals(caller.getPrincipal().getName())) {
            throw ApiClientException.ownKey();
        }
        if (!clients.revoke(name)) {
            throw ApiClientException.unknown();
        }
    }
}
