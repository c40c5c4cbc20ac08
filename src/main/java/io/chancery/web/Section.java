package io.chancery.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The places of the application, in the order of the menu. Who may see one is said once more by its endpoints. */
public enum Section {
    DASHBOARD(Group.COMMUNICATION, "/dashboard", "author", "approver", "compliance", "operator"),
    MESSAGES(Group.COMMUNICATION, "/messages", "agent", "compliance", "operator"),
    RUNS(Group.COMMUNICATION, "/runs", "operator"),
    HOLDS(Group.COMMUNICATION, "/holds", "agent", "compliance", "operator"),
    PRINT_RUNS(Group.COMMUNICATION, "/print-runs", "operator"),
    PROVIDERS(Group.COMMUNICATION, "/providers", "operator"),
    TEMPLATES(Group.TEMPLATES, "/templates", "author", "approver"),
    REVIEWS(Group.TEMPLATES, "/reviews", "author", "approver"),
    CUSTOMERS(Group.CUSTOMERS, "/customers", "agent", "steward", "compliance"),
    MATCH_CANDIDATES(Group.CUSTOMERS, "/match-candidates", "steward"),
    SOURCES(Group.CUSTOMERS, "/sources", "steward"),
    ARCHIVE(Group.COMPLIANCE, "/archive", "agent", "compliance"),
    LEGAL_HOLDS(Group.COMPLIANCE, "/legal-holds", "compliance"),
    EXPIRIES(Group.COMPLIANCE, "/expiries", "compliance"),
    EXPORTS(Group.COMPLIANCE, "/exports", "compliance"),
    CHECKS(Group.COMPLIANCE, "/checks", "compliance"),
    PROCESSING_RECORD(Group.COMPLIANCE, "/processing-record", "compliance"),
    AUDIT(Group.COMPLIANCE, "/audit", "compliance"),
    USERS(Group.ADMINISTRATION, "/users"),
    API_CLIENTS(Group.ADMINISTRATION, "/api-clients"),
    WEBHOOKS(Group.ADMINISTRATION, "/webhooks");

    /** Sections that belong together. */
    public enum Group {
        COMMUNICATION,
        TEMPLATES,
        CUSTOMERS,
        COMPLIANCE,
        ADMINISTRATION;

        /** Those of its sections that somebody with these roles may see. */
        public List<Section> sections(Collection<String> roles) {
            return Stream.of(Section.values())
                    .filter(section -> section.group == this && section.isFor(roles))
                    .toList();
        }
    }

    private final Group group;
    private final String path;
    private final Set<String> roles;

    Section(Group group, String path, String... roles) {
        this.group = group;
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** Where it begins. */
    public String path() {
        return path;
    }

    /** Whether somebody with one of these roles may see it; an administrator may see all but what is for compliance alone. */
    public boolean isFor(Collection<String> held) {
        return held.stream().anyMatch(roles::contains) || (held.contains("admin") && isForAdmin());
    }

    private boolean isForAdmin() {
        return !Set.of(LEGAL_HOLDS, EXPIRIES, EXPORTS).contains(this);
    }

    /** Whether this address lies in it. */
    public boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }

    /** Its name in the sprite of icons. */
    public String icon() {
        return path.substring(1);
    }
}
