package io.chancery.web.customer;

import io.chancery.consent.SelfService;
import io.chancery.customer.Customers;
import io.chancery.platform.links.WebAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/** Makes the links by which customers reach their own choices. */
@ApplicationScoped
class Links {

    private final SelfService selfService;
    private final Customers customers;
    private final WebAddress web;

    Links(SelfService selfService, Customers customers, WebAddress web) {
        this.selfService = selfService;
        this.customers = customers;
        this.web = web;
    }

    /** Where this customer sets consents and preferences, without signing in. */
    String of(String ucid, UriInfo uri) {
        return web.root(uri) + selfService.link(customers.getId(ucid)).path();
    }
}
