package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.vocabulary.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which channels carry a message when the request does not say.
 *
 * @param channels in the order of the template's preference
 * @param onUncertain what to do when nobody can know whether a provider took a delivery
 * @param screen the page behind the link of a text message
 */
public record ChannelPlan(Mode mode, List<Channel> channels, OnUncertain onUncertain, Screen screen) {

    public ChannelPlan(Mode mode, List<Channel> channels, OnUncertain onUncertain) {
        this(mode, channels, onUncertain, Screen.PLAIN);
    }

    /**
     * What a text message may lead to.
     *
     * @param days how long the link works; null for the usual time
     * @param pdf whether the page offers the letter as PDF
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Screen(@Nullable Integer days, boolean pdf) {
        static final Screen PLAIN = new Screen(null, false);
    }

    /** How the channels of a plan go together. */
    public enum Mode {
        /** The first channel that reaches the customer; the next one only when it fails. */
        @JsonProperty("first-success")
        FIRST_SUCCESS,
        /** Every channel that reaches the customer. */
        @JsonProperty("all")
        ALL
    }

    /** The settlement of an uncertain delivery. */
    public enum OnUncertain {
        /** Send again under the same id, and mark the repeat. Right for what must arrive. */
        @JsonProperty("resend-flagged")
        RESEND_FLAGGED,
        /** Leave it as uncertain. Right for codes and advertising. */
        @JsonProperty("hold")
        HOLD
    }
}
