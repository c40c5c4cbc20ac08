package io.chancery.message.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One message that goes by all channels. */
@ApplicationScoped
class SentEverywhere {

    static final String DATA =
            "{\"number\": \"R-1\", \"items\": [{\"quantity\": \"1\", \"price\": \"2.50\", \"vat\": \"19\"}]}";

    private final Caller caller;
    private final Templates templates;

    SentEverywhere(Caller caller, Templates templates) {
        this.caller = caller;
        this.templates = templates;
    }

    void haveTemplate(Path root, String template) {
        SampleFolder.in(root)
                .withAnother(template)
                .changing(template + "/template.yaml", "channels: [email, print]", "channels: [email, print, sms]")
                .changing(template + "/template.yaml", "mode: first-success", "mode: all");
        assertThat(templates.importFrom(root).faults()).isEmpty();
    }

    void haveCustomer(String record, Map<String, String> said) {
        var columns = new HashMap<>(Map.of("first_name", record, "street", "Testweg 7"));
        columns.putAll(said);
        caller.haveCustomer(record, columns);
    }

    String order(String template, String record, String data) {
        return """
                {"template": "%s", "customer": {"source": "crm", "record": "%s"},
                 "channels": ["print", "email", "sms"], "data": %s}
                """.formatted(template, record, data);
    }

    /** Sends it and waits until all of it has ended. */
    String send(String template, String record) {
        var id = caller.accepted(order(template, record, DATA));
        caller.allEnded(id);
        return id;
    }
}
