package io.chancery.consent.request;

import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how a declaration can be proved: what courts ask for is named, everything else goes into {@code note}. */
final class EvidenceBody {

    private static final Set<String> PROOFS =
            Set.of("textVersion", "form", "requestIp", "confirmationIp", "confirmationMessage", "note");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern FORM = Pattern.compile("https?://\\S{1,490}");
    private static final int TEXT = 1900;

    private final BodyFields fields;

    EvidenceBody(BodyFields fields) {
        this.fields = fields;
    }

    /** @param otherwise the source, if the body names none */
    Evidence read(String otherwise) {
        var source = fields.text("source", 200);
        var inner = fields.within("evidence");
        var proof = new LinkedHashMap<String, String>();
        for (var name : inner.names()) {
            if (PROOFS.contains(name)) {
                put(proof, inner, name);
            } else if (!name.equals("text")) {
                inner.fault(name, "is not known here; put it into note");
            }
        }
        var text = inner.text("text", TEXT);
        return new Evidence(source == null ? otherwise : source, text == null ? "" : text, proof);
    }

    private static void put(Map<String, String> proof, BodyFields inner, String name) {
        var value = inner.text(name, 500);
        if (value == null) {
            return;
        }
        if (name.endsWith("Ip") && !ADDRESS.matcher(value).matches()) {
            inner.fault(name, "is not an IP address");
        }
        if (name.equals("form") && !FORM.matcher(value).matches()) {
            inner.fault(name, "is not a web address");
        }
        proof.put(name, value);
    }

    /** The evidence with the reason as what was said, if nothing else was. */
    static Evidence withReason(Evidence evidence, String reason) {
        var text = evidence.text().isEmpty() ? reason : reason + "\n" + evidence.text();
        return new Evidence(
                evidence.source(), text.length() <= 2000 ? text : text.substring(0, 2000), evidence.proof());
    }
}
