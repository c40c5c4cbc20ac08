package io.chancery.web.author;

import io.chancery.template.SourceKey;
import io.chancery.template.VersionState;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of catalogue and workshop; German in {@code messages/author_de.properties}. */
@MessageBundle(value = "author", locale = "en")
public interface AuthorWords {

    // Closed lists, English in messages/author_en.properties

    @Message
    String kinds(SourceKey.Kind kind);

    @Message
    String about(SourceKey.Kind kind);

    @Message
    String kind(SourceKey.Kind kind);

    @Message
    String state(VersionState.Step.Kind state);

    @Message
    String lawful(MessageClass messageClass);

    @Message
    String purpose(Purpose purpose);

    // The catalogue

    @Message("Templates")
    String templatesTab();

    @Message("Blocks")
    String blocksTab();

    @Message("Brands")
    String brandsTab();

    @Message("Catalogue")
    String catalogue();

    @Message("Name")
    String name();

    @Message("Kind of message")
    String kindOfMessage();

    @Message("Channels")
    String channels();

    @Message("SMS on request")
    String alsoSms();

    @Message("Languages")
    String languages();

    @Message("Brand")
    String brand();

    @Message("Live")
    String live();

    @Message("version {number}")
    String version(int number);

    @Message("not live")
    String notLive();

    @Message("Work in progress")
    String inProgress();

    @Message("Draft")
    String draft();

    @Message("Draft by {editor}")
    String draftBy(String editor);

    @Message("Used by")
    String usedBy();

    @Message("{#if count == 1}1 template{#else}{count} templates{/if}")
    String templates(int count);

    @Message("Begin something new")
    String begin();

    @Message("As a copy of")
    String copyOf();

    @Message("Key")
    String key();

    @Message("a–z, 0–9 and hyphens; it is how systems call it, and stays for ever")
    String keyHint();

    @Message("Begin")
    String beginNow();

    @Message("There is nothing here yet.")
    String none();

    // One of them

    @Message("Open the workshop")
    String openWorkshop();

    @Message("Go on with the draft")
    String goOn();

    @Message("Last changed by {editor} on {time}")
    String changedBy(String editor, String time);

    @Message("Versions")
    String versions();

    @Message("Version")
    String versionColumn();

    @Message("Status")
    String status();

    @Message("By")
    String by();

    @Message("When")
    String when();

    @Message("live")
    String isLive();

    @Message("from {time}")
    String from(String time);

    @Message("Look at it")
    String look();

    @Message("Review")
    String review();

    @Message("Where it is used")
    String whereUsed();

    @Message("Pins")
    String pins();

    @Message("as the live one")
    String current();

    @Message("older than the live one")
    String outdated();

    @Message("Let all of them follow")
    String adopt();

    @Message("Submits a version of each template that uses an older one, for somebody else to approve.")
    String adoptHint();

    @Message("No live template uses it.")
    String unused();

    @Message("Retention class")
    String retention();

    @Message("Title")
    String title();

    @Message("What has changed, and why")
    String comment();

    @Message("Template")
    String template();

    @Message("It could not be done")
    String refused();

    @Message("A version was submitted of each template that used an older one. They wait for approval.")
    String noticeAdopted();
}
