package io.chancery.web.steward;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of sources and their deliveries. German in {@code messages/source_de.properties}. */
@MessageBundle(value = "source", locale = "en")
public interface SourceWords {

    @Message("Sources")
    String title();

    @Message("What each system brings, how complete, how valid and how fresh it is.")
    String lead();

    @Message("Source")
    String source();

    @Message("Records")
    String records();

    @Message("Customers")
    String customers();

    @Message("Trust")
    String trust();

    @Message("Validity")
    String validity();

    @Message("Freshness")
    String freshness();

    @Message("Completeness")
    String completeness();

    @Message("{#switch code}{#case 'family-name'}Family name{#case 'given-name'}Given name{#case "
            + "'birth-date'}Born{#case 'address'}Address{#case 'email'}E-mail{#case "
            + "'mobile'}Mobile{#case 'language'}Language{#else}{code}{/switch}")
    String field(String code);

    @Message("{#switch code}{#case 'good'}good{#case 'fair'}fair{#case 'thin'}thin{#else}{code}{/switch}")
    String grade(String code);

    @Message("half are newer than")
    String median();

    @Message("newest")
    String newest();

    @Message("Last delivery")
    String lastImport();

    @Message("never")
    String never();

    @Message("Counted {when}, anew after each delivery.")
    String asOf(String when);

    @Message("No source is set up yet")
    String none();

    @Message("Sources are set up by PUT /api/v1/sources/….")
    String noneHint();

    @Message("Owner")
    String owner();

    @Message("Used for")
    String usedFor();

    @Message("Master of")
    String owns();

    @Message("Is told of")
    String wants();

    @Message("Last received")
    String received();

    @Message("Deliver a file")
    String upload();

    @Message("CSV as the source writes it, or one JSON object on each line. To deliver the same again "
            + "does no harm.")
    String uploadHint();

    @Message("File")
    String file();

    @Message("Deliver")
    String uploadNow();

    @Message("On its way")
    String uploading();

    @Message("Deliveries")
    String imports();

    @Message("Nothing was delivered in the last 90 days")
    String noImports();

    @Message("{#switch code}{#case 'waiting'}waits{#case 'running'}is worked on{#case "
            + "'finished'}taken{#case 'failed'}not taken{#else}{code}{/switch}")
    String status(String code);

    @Message("Lines")
    String read();

    @Message("New")
    String created();

    @Message("Changed")
    String updated();

    @Message("Unchanged")
    String unchanged();

    @Message("Outdated")
    String outdated();

    @Message("Deleted")
    String deleted();

    @Message("Faulty")
    String failed();

    @Message("Values dropped")
    String dropped();

    @Message("Older")
    String older();

    @Message("Delivery")
    String delivery();

    @Message("{rate} records a second")
    String rate(String rate);

    @Message("Lines that were not taken")
    String errors();

    @Message("Values that were dropped")
    String warnings();

    @Message("Line")
    String line();

    @Message("Column")
    String column();

    @Message("Why")
    String why();

    @Message("Nothing was wrong.")
    String noFaults();

    @Message("All faults as a file")
    String allFaults();

    @Message("Stop it")
    String stop();

    @Message("Stop this delivery where it stands? What was taken stays taken.")
    String stopSure();

    @Message("This page looks again by itself.")
    String looksAgain();

    @Message("The file was not taken")
    String refused();

    @Message("Record")
    String record();

    @Message("Belongs to")
    String belongsTo();

    @Message("What the source said, newest first")
    String versions();

    @Message("Version {number}")
    String version(int number);

    @Message("changed")
    String modified();

    @Message("came")
    String came();

    @Message("To all sources")
    String back();
}
