package io.chancery.message.archive;

import io.chancery.message.Visibility;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.InvalidSearchException;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.message.archive.search.Condition;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a caller may see of the archive: those who look after it all of it, an agent that of one customer at a time. A
 * test key sees what it has tried itself.
 */
public final class ArchiveScope {

    private static final Set<String> SEE_ALL = Set.of("compliance", "admin");

    private ArchiveScope() {}

    /**
     * What must hold of whatever is shown.
     *
     * @throws InvalidSearchException if the caller has to name a customer first
     */
    public static List<Condition> of(SecurityIdentity caller, ArchiveQuery query) {
        if (!query.namesCustomer() && needsCustomer(caller)) {
            throw InvalidSearchException.of("customer", "is missing: an agent searches the archive of one customer");
        }
        var conditions = new ArrayList<Condition>();
        conditions.add(Condition.test(ApiClient.isTest(caller)
                || query.find(QueryKey.TEST).map(Boolean::parseBoolean).orElse(false)));
        Visibility.of(caller).map(Condition::ofClient).ifPresent(conditions::add);
        if (!caller.hasRole("compliance")) {
            conditions.add(Condition.NOT_KEPT);
        }
        return conditions;
    }

    static boolean needsCustomer(SecurityIdentity caller) {
        return caller.getRoles().stream().noneMatch(SEE_ALL::contains);
    }
}
