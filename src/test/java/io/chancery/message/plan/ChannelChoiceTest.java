package io.chancery.message.plan;

import static io.chancery.template.ChannelPlan.Mode.ALL;
import static io.chancery.template.ChannelPlan.Mode.FIRST_SUCCESS;
import static io.chancery.vocabulary.Channel.EMAIL;
import static io.chancery.vocabulary.Channel.PRINT;
import static io.chancery.vocabulary.Channel.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.ChannelPlan;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelChoiceTest {

    private static final PostalAddress ADDRESS = new PostalAddress("Teststraße 1", "00000", "Musterstadt", "DE");

    private static Recipient recipient(Channel preferred, boolean address, boolean email, boolean mobile) {
        return new Recipient(
                Ucid.ofNumber(1),
                1,
                PersonName.NONE,
                null,
                "de",
                preferred,
                new Recipient.ContactPoints(
                        address ? ADDRESS : null,
                        email ? "someone@example.org" : null,
                        mobile ? "+491510000000" : null,
                        null));
    }

    private static ChannelPlan plan(ChannelPlan.Mode mode, Channel... channels) {
        return new ChannelPlan(mode, List.of(channels), ChannelPlan.OnUncertain.HOLD);
    }

    @Test
    void the_plans_first_channel_that_reaches_the_customer_is_taken() {
        var plan = plan(FIRST_SUCCESS, EMAIL, PRINT);

        assertThat(new ChannelChoice(List.of(), plan, recipient(null, true, true, true)).first())
                .containsExactly(EMAIL);
        assertThat(new ChannelChoice(List.of(), plan, recipient(null, true, false, true)).first())
                .containsExactly(PRINT);
    }

    @Test
    void the_customers_preference_comes_before_the_plans_order_but_adds_no_channel() {
        var plan = plan(FIRST_SUCCESS, EMAIL, PRINT);

        assertThat(new ChannelChoice(List.of(), plan, recipient(PRINT, true, true, true)).first())
                .containsExactly(PRINT);
        assertThat(new ChannelChoice(List.of(), plan, recipient(SMS, true, true, true)).first())
                .containsExactly(EMAIL);
    }

    @Test
    void what_has_no_fallback_goes_by_one_channel_or_not_at_all() {
        var plan = new ChannelPlan(
                FIRST_SUCCESS,
                List.of(EMAIL, PRINT),
                ChannelPlan.OnUncertain.HOLD,
                ChannelPlan.Fallback.NONE,
                Map.of(),
                new ChannelPlan.Screen(null, false),
                ChannelPlan.Limits.GENERAL,
                Map.of());
        var choice = new ChannelChoice(List.of(), plan, recipient(null, true, true, true));

        assertThat(choice.first()).containsExactly(EMAIL);
        assertThat(choice.next(Set.of(EMAIL))).isEmpty();
        assertThat(new ChannelChoice(List.of(), plan, recipient(null, true, false, true)).first())
                .containsExactly(PRINT);
    }

    @Test
    void the_request_beats_both_and_wants_all_it_names() {
        var choice =
                new ChannelChoice(List.of(PRINT, SMS), plan(FIRST_SUCCESS, EMAIL), recipient(EMAIL, true, true, true));

        assertThat(choice.first()).containsExactly(PRINT, SMS);
        assertThat(choice.next(Set.of(PRINT, SMS))).isEmpty();
    }

    @Test
    void a_plan_for_all_channels_opens_those_that_do_not_reach_too_so_that_they_are_explained() {
        var choice = new ChannelChoice(List.of(), plan(ALL, PRINT, SMS), recipient(null, true, false, false));

        assertThat(choice.first()).containsExactly(PRINT, SMS);
    }

    @Test
    void a_customer_whom_no_channel_reaches_gets_none() {
        var choice = new ChannelChoice(List.of(), plan(ALL, EMAIL, SMS), recipient(null, true, false, false));

        assertThat(choice.first()).isEmpty();
    }

    @Test
    void when_a_channel_fails_the_next_one_that_reaches_the_customer_follows() {
        var choice = new ChannelChoice(
                List.of(), plan(FIRST_SUCCESS, EMAIL, SMS, PRINT), recipient(null, true, true, false));

        assertThat(choice.next(Set.of(EMAIL))).contains(PRINT);
        assertThat(choice.next(Set.of(EMAIL, PRINT))).isEmpty();
    }
}
