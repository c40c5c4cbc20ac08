package io.chancery.dispatch;

import io.chancery.vocabulary.Channel;
import java.util.List;

/** An adapter with these providers. */
public record SeveralProviders(Channel channel, List<Provider> providers) implements ChannelAdapter {}
