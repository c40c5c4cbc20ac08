package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code template.yaml} says about a template.
 *
 * @param title by language
 * @param languages the first is used when a customer's language is missing
 * @param totals where the priced lines are, if the template has any
 * @param attachment file name of the PDF that goes with the e-mail, by language and itself a template; empty for none
 * @param retention the retention class of what is sent
 */
public record TemplateSettings(
        Map<String, String> title,
        @JsonProperty("class") MessageClass messageClass,
        Purpose purpose,
        List<String> languages,
        ChannelPlan plan,
        @Nullable PricedLines totals,
        Map<String, String> attachment,
        String retention) {

    /** What makes an invoice of the message; null if it is none. */
    public PricedLines.@Nullable Invoice invoice() {
        return totals == null ? null : totals.invoice();
    }
}
