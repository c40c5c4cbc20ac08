package io.chancery.web.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word on the dashboard that no other page shares. English here and, for closed lists, in {@code messages/dashboard_en.properties}; German in {@code messages/dashboard_de.properties}. */
@MessageBundle(value = "dashboard", locale = "en")
public interface DashboardWords {

    @Message
    String period(Period period);

    @Message("{#switch name}{#case 'print'}Letter{#case 'email'}E-mail{#case 'sms'}SMS{#else}{name}{/switch}")
    String channelName(String name);

    @Message(
            "{#switch name}{#case 'inform'}Inform{#case 'advise'}Advise{#case 'promote'}Promote{#case 'educate'}Educate{#case 'request-payment'}Request payment{#else}{name}{/switch}")
    String purposeName(String name);

    @Message(
            "{#switch kind}{#case 'channel'}Channel{#case 'template'}Template{#case 'purpose'}Purpose{#else}{kind}{/switch}")
    String of(String kind);

    @Message("Dashboard")
    String title();

    @Message("How much goes out, how far it gets, and how long it takes.")
    String lead();

    @Message("Period")
    String periods();

    @Message("Nothing has gone out in this time.")
    String nothing();

    @Message("Choose a longer one.")
    String nothingHint();

    @Message("Accepted")
    String accepted();

    @Message("Handed over")
    String sent();

    @Message("Confirmed")
    String delivered();

    @Message("Failed or returned")
    String failed();

    @Message("Not sent")
    String notSent();

    @Message("Pages of letters")
    String pages();

    @Message("Postage saved")
    String postageSaved();

    @Message("{letters} letters less, about {pages} pages")
    String lettersSaved(String letters, String pages);

    @Message("Handed over by channel")
    String volumes();

    @Message("{all} deliveries handed over; the highest column has {highest}. The table below has all figures.")
    String chartDesc(String all, String highest);

    @Message("As a table")
    String asTable();

    @Message("Time")
    String time();

    @Message("By channel")
    String byChannel();

    @Message("How long it takes")
    String times();

    @Message("Channel")
    String channel();

    @Message("To hand-over")
    String toHandover();

    @Message("within a minute")
    String withinMinute();

    @Message("within an hour")
    String withinHour();

    @Message("To arrival")
    String toArrival();

    @Message("arrived within a day")
    String arrivedWithinDay();

    @Message("{count} s on average")
    String seconds(String count);

    @Message("By template")
    String byTemplate();

    @Message("By purpose")
    String byPurpose();

    @Message("Counted some seconds after it happens.")
    String tallied();
}
