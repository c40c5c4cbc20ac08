package io.chancery.message.processing;

import static java.util.stream.Collectors.toMap;

import io.chancery.dispatch.Dispatcher;
import io.chancery.message.processing.ProcessingRecord.Activity;
import io.chancery.message.processing.ProcessingRecord.Carrier;
import io.chancery.message.processing.ProcessingRecord.Controller;
import io.chancery.message.processing.ProcessingRecord.Data;
import io.chancery.message.processing.ProcessingRecord.Reason;
import io.chancery.message.processing.ProcessingRecord.Recipients;
import io.chancery.message.processing.ProcessingRecord.Retention;
import io.chancery.platform.person.ControllerConfig;
import io.chancery.platform.person.KeepingPeriods;
import io.chancery.render.Renderer;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the record of processing from what is live. */
@ApplicationScoped
public class ProcessingRecords {

    private static final int AT_ONCE = 100;

    private final Templates templates;
    private final Renderer renderer;
    private final Dispatcher dispatcher;
    private final KeepingPeriods periods;
    private final ControllerConfig controller;
    private final Clock clock;

    ProcessingRecords(
            Templates templates,
            Renderer renderer,
            Dispatcher dispatcher,
            KeepingPeriods periods,
            ControllerConfig controller,
            Clock clock) {
        this.templates = templates;
        this.renderer = renderer;
        this.dispatcher = dispatcher;
        this.periods = periods;
        this.controller = controller;
        this.clock = clock;
    }

    public ProcessingRecord make() {
        var activities = new ArrayList<Activity>();
        var after = "";
        for (var part = templates.list(after, AT_ONCE); !part.isEmpty(); part = templates.list(after, AT_ONCE)) {
            part.forEach(version -> activities.add(activity(version)));
            after = part.get(part.size() - 1).key();
        }
        return new ProcessingRecord(now(), controller(), activities, Measures.WORDS);
    }

    private Instant now() {
        return clock.instant();
    }

    private Controller controller() {
        return new Controller(
                controller.name(), controller.address(), controller.contact(), controller.dataProtectionOfficer());
    }

    private Activity activity(TemplateVersion version) {
        var settings = version.settings();
        var copies = List.copyOf(settings.plan().copies().keySet());
        var subjects = new ArrayList<>(List.of("customers"));
        subjects.addAll(copies);
        return new Activity(
                version.key(),
                version.number(),
                settings.title(),
                new Reason(settings.purpose().code(), settings.messageClass().code()),
                subjects,
                data(version),
                new Recipients(processors(channels(version)), copies),
                new Retention(settings.retention(), periods.of(settings.retention())));
    }

    private Data data(TemplateVersion version) {
        var read = new TreeSet<>(renderer.reads(version));
        channels(version).forEach(channel -> read.addAll(addressOf(channel)));
        var attributes =
                read.stream().collect(toMap(Attribute::code, Attribute::category, (one, same) -> one, TreeMap::new));
        var request = new ArrayList<String>();
        version.schema().path("properties").fieldNames().forEachRemaining(request::add);
        return new Data(attributes, request);
    }

    /** What a channel needs, whatever the template says. */
    private static Set<Attribute> addressOf(Channel channel) {
        if (channel.equals(Channel.PRINT)) {
            return Attribute.ADDRESS;
        }
        if (channel.equals(Channel.EMAIL)) {
            return Set.of(Attribute.EMAIL);
        }
        return channel.equals(Channel.SMS) ? Set.of(Attribute.MOBILE) : Set.of();
    }

    /** Its own, and those on which copies go out. */
    private static Set<Channel> channels(TemplateVersion version) {
        var plan = version.settings().plan();
        var channels = new HashSet<>(plan.channels());
        plan.copies().values().forEach(role -> channels.addAll(role.channels()));
        return channels;
    }

    private List<Carrier> processors(Set<Channel> channels) {
        return dispatcher.named().stream()
                .filter(provider -> channels.contains(provider.endpoint().channel()))
                .map(provider -> new Carrier(
                        provider.endpoint().channel(),
                        provider.name(),
                        provider.endpoint().address()))
                .toList();
    }
}
