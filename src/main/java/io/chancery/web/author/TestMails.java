package io.chancery.web.author;

import io.chancery.message.Previews;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.user.User;
import io.chancery.platform.user.Users;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;

/** Sends authors what they have written, to the address that they have as users and to no other. */
@ApplicationScoped
class TestMails {

    private final Workshop workshop;
    private final Previews previews;
    private final Users users;
    private final IdGenerator ids;

    TestMails(Workshop workshop, Previews previews, Users users, IdGenerator ids) {
        this.workshop = workshop;
        this.previews = previews;
        this.users = users;
        this.ids = ids;
    }

    /** @return the code of the sentence that says what became of it */
    String send(SourceKey source, MultivaluedMap<String, String> form, String author) {
        var address = users.find(author).map(User::email).orElse("");
        if (address.isEmpty()) {
            return "test-no-address";
        }
        var template = source.kind() == Kind.TEMPLATE ? source.key() : Forms.text(form, "template");
        var specimen = workshop.sketch(source, Forms.texts(form), template).specimen();
        return specimen != null
                        && previews.sendTest(
                                specimen, Forms.json(form, "fixture", "language", "copy"), address, ids.next())
                ? "tested"
                : "test-failed";
    }
}
