package io.chancery.web.account;

import io.chancery.platform.Fault;
import io.chancery.platform.user.NewUser;
import io.chancery.platform.user.User;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Set;

/** An account as it is typed in, with what is wrong with it. */
class UserForm {

    @FormParam("name")
    @DefaultValue("")
    String name = "";

    @FormParam("displayName")
    @DefaultValue("")
    String displayName = "";

    @FormParam("email")
    @DefaultValue("")
    String email = "";

    @FormParam("mobile")
    @DefaultValue("")
    String mobile = "";

    @FormParam("roles")
    List<String> roles = List.of();

    private String problem = "";
    private List<String> faulty = List.of();

    static UserForm of(User user) {
        var form = new UserForm();
        form.name = user.name();
        form.displayName = user.displayName();
        form.email = user.email() == null ? "" : user.email();
        form.mobile = user.mobile() == null ? "" : user.mobile();
        form.roles = user.roles();
        return form;
    }

    NewUser order() {
        return new NewUser(
                name.strip(),
                displayName.strip(),
                email.isBlank() ? null : email.strip(),
                mobile.isBlank() ? null : mobile.replaceAll("[\\s/()-]", ""),
                Set.copyOf(roles));
    }

    UserForm refused(String code, List<Fault> faults) {
        problem = code;
        faulty = faults.stream().map(fault -> fault.pointer().substring(1)).toList();
        return this;
    }

    /** The code of the problem; empty if there is none. */
    public String problem() {
        return problem;
    }

    public boolean isFaulty(String field) {
        return faulty.contains(field);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return email;
    }

    public String mobile() {
        return mobile;
    }
}
