package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.vocabulary.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which channels carry a message when the request does not say.
 *
 * @param channels in the order of the template's preference
 * @param onUncertain what to do when nobody can know whether a provider took a delivery
 * @param fallback what follows when a channel has ended without success
 * @param fallbackAfter how long a channel may take until the next one follows, though it has not failed
 * @param screen the page behind the link of a text message
 * @param copies who else may get the message, by role
 */
public record ChannelPlan(
        Mode mode,
        List<Channel> channels,
        OnUncertain onUncertain,
        Fallback fallback,
        Map<Channel, Duration> fallbackAfter,
        Screen screen,
        Limits limits,
        Map<String, CopyRole> copies) {

    public ChannelPlan(Mode mode, List<Channel> channels, OnUncertain onUncertain) {
        this(mode, channels, onUncertain, Fallback.NEXT_CHANNEL, Map.of(), Screen.PLAIN, Limits.GENERAL, Map.of());
    }

    /** What is said of a role that the template has. */
    public CopyRole role(String name) {
        return Objects.requireNonNull(copies.get(name), () -> "There is no role " + name);
    }

    /** The plan by which a copy in a role goes out: the first of the role's channels that reaches its reader. */
    public ChannelPlan ofCopy(String role) {
        return new ChannelPlan(
                Mode.FIRST_SUCCESS,
                role(role).channels(),
                onUncertain,
                fallback,
                fallbackAfter,
                screen,
                limits,
                Map.of());
    }

    /**
     * Somebody else who may get a copy, such as a guardian.
     *
     * @param title what a copy calls the role, by language
     * @param enclosures whether what lies behind the letter goes along
     */
    public record CopyRole(Map<String, String> title, List<Channel> channels, boolean enclosures) {}

    /**
     * How much of this message each channel takes, where that is less than of any; null for no less.
     *
     * @param pages of the letter, without its enclosures
     * @param segments of the text message
     * @param kilobytes of the mail's HTML, 1000 bytes each
     */
    public record Limits(
            @Nullable Integer pages,
            @Nullable Integer segments,
            @Nullable Integer kilobytes) {

        /** Those of every template. */
        public static final Limits GENERAL = new Limits(null, null, null);
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

    /** What follows when a channel has ended without success. */
    public enum Fallback {
        /** The next channel of the plan, if it is one after the other. */
        @JsonProperty("next-channel")
        NEXT_CHANNEL,
        /** Nothing: what was meant for one channel, such as a code, goes by no other. */
        @JsonProperty("none")
        NONE
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
