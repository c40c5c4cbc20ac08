package io.chancery.web.review;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of reviews; German in {@code messages/review_de.properties}. */
@MessageBundle(value = "review", locale = "en")
public interface ReviewWords {

    @Message("Reviews")
    String title();

    @Message("What waits for approval or publication, longest first. Nobody approves their own work.")
    String lead();

    @Message("What")
    String what();

    @Message("Status")
    String status();

    @Message("By")
    String by();

    @Message("Since")
    String since();

    @Message("Comment")
    String comment();

    @Message("yours: a colleague has to approve it")
    String own();

    @Message("Nothing waits.")
    String none();

    @Message("As soon as somebody submits a draft, it appears in this place.")
    String noneHint();

    // One version

    @Message("Decision")
    String decision();

    @Message("You wrote or submitted this version, so a colleague has to approve it.")
    String ownWork();

    @Message("You may look at it. To approve it takes the role of an approver.")
    String noApprover();

    @Message("Approve")
    String approve();

    @Message("Remark (may be empty)")
    String remark();

    @Message("Return to the authors")
    String giveBack();

    @Message("What has to change")
    String whatToChange();

    @Message("Its sources become a draft again.")
    String giveBackHint();

    @Message("Publish")
    String publish();

    @Message("Go back to this version")
    String rollBack();

    @Message("From (empty for now; times are those of {zone})")
    String from(String zone);

    @Message("New messages are made from it; those that were accepted are sent as they were meant.")
    String publishHint();

    @Message("Retire")
    String retire();

    @Message("Retire it? No new message is made from it any more.")
    String retireSure();

    @Message("History")
    String history();

    @Message("written by {names}")
    String writtenBy(String names);

    @Message("counts from {time}")
    String counts(String time);

    @Message("Compared with version {number}")
    String comparedWith(int number);

    @Message("which is live")
    String whichIsLive();

    @Message("This is the first version: all of it is new.")
    String first();

    @Message("At a glance")
    String glance();

    @Message("Not all languages are changed. As before are:")
    String leftBehind();

    @Message("No sample is changed.")
    String noneChanged();

    @Message("{changed} of {all} samples are changed")
    String manyChanged(long changed, int all);

    @Message("Letter: {after} instead of {before} pages")
    String pages(int after, int before);

    @Message("SMS: {after} instead of {before} segments")
    String segments(int after, int before);

    @Message("Cannot be rendered on every channel any more")
    String broken();

    @Message("What systems have to send")
    String data();

    @Message("The data that systems send stay the same.")
    String dataSame();

    @Message("A request that was good may be refused.")
    String breaking();

    @Message("New fields")
    String added();

    @Message("Fields that are gone")
    String removed();

    @Message("Fields that are demanded now")
    String demanded();

    @Message("Fields of another type")
    String retyped();

    @Message("Who would be hit, as far as the last 30 days tell")
    String senders();

    @Message("Nobody: all of them send what will be demanded.")
    String sendersNone();

    @Message("{count} of the newest {all} messages lack {field}")
    String lacks(long count, long all, String field);

    @Message("{count} of the newest {all} messages have {field}, which will be gone")
    String sends(long count, long all, String field);

    @Message("{count} of the newest {all} messages asked for a copy for {field}")
    String asks(long count, long all, String field);

    @Message("Placeholders")
    String placeholders();

    @Message("Named for the first time")
    String named();

    @Message("Named no more")
    String unnamed();

    @Message("The texts name the same as before.")
    String placeholdersSame();

    @Message("Sources")
    String sources();

    @Message("The sources are the same.")
    String sourcesSame();

    @Message("added")
    String fileAdded();

    @Message("removed")
    String fileRemoved();

    @Message("changed")
    String fileChanged();

    @Message("No text: nobody can show what differs.")
    String noText();

    @Message("lines that are the same")
    String fold();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("Changed places in red")
    String marked();

    @Message("Line")
    String line();

    @Message("As customers get it")
    String rendered();

    @Message("Every sample on every channel, before and after. Open one to see it closely.")
    String renderedLead();

    @Message("Every sample on every channel. Open one to see it closely.")
    String renderedFirst();

    @Message("No live template uses it, so there is nothing to see it in.")
    String unused();

    @Message("a broken frame around what is gone")
    String framedGone();

    @Message("a frame around what is new")
    String framedNew();

    @Message("Shown with the template")
    String template();

    @Message("Sample {name}")
    String sample(String name);

    @Message("Comparing …")
    String comparing();

    @Message("unchanged")
    String unchanged();

    @Message("changed")
    String changed();

    @Message("only before")
    String onlyOld();

    @Message("only now")
    String onlyNew();

    @Message("cannot be rendered")
    String impossible();

    @Message("The samples have other data, which may be all that differs.")
    String otherData();

    @Message("without what it promotes")
    String withoutAdvertising();

    @Message("copy for {role}")
    String copyFor(String role);

    @Message("Page {number}")
    String page(int number);

    @Message("It could not be done")
    String refused();

    @Message("Nobody approves their own work.")
    String refusedOwn();

    @Message("Say what has to change.")
    String refusedReason();

    @Message("This is no time.")
    String refusedTime();

    @Message("Somebody was faster: the version stands otherwise by now.")
    String refusedStatus();

    @Message("Live templates use it, so it cannot be retired.")
    String refusedInUse();

    @Message("Submitted. A colleague with the role of an approver finds it under Reviews.")
    String noticeSubmitted();

    @Message("Approved. It can be published now.")
    String noticeApproved();

    @Message("Returned to its authors.")
    String noticeReturned();

    @Message("Published. New messages are made from it; systems send them as before.")
    String noticePublished();

    @Message("Published. New messages are made from it from {time} on; until then what is live stays so.")
    String noticeLater(String time);

    @Message("Retired.")
    String noticeRetired();

    @Message("Back to the version")
    String back();

    @Message("Page behind the link of the SMS")
    String screen();
}
