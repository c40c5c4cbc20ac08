package io.chancery.web.operation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word on the pages of operators that no other page shares. English here and, for closed lists, in {@code messages/operation_en.properties}; German in {@code messages/operation_de.properties}. */
@MessageBundle(value = "operation", locale = "en")
public interface OperationWords {

    @Message
    String moved(io.chancery.dispatch.Providers.Cause cause);

    @Message(
            "{#switch code}{#case 'stop-in-force'}A stop holds some of these. Lift it, or cancel them.{#case 'nothing-chosen'}Nothing was chosen.{#case 'already-stopped'}This template is stopped on this channel already.{#case 'unknown-stop'}This stop is not in force any more.{#case 'invalid-hold-order'}Something is missing: a template and a note are needed.{#case 'pool-empty'}No letter waits for a print run.{#case 'no-print-runs'}Letters are handed over singly here.{#case 'invalid-reprint'}These are not pieces of this print run, or they are not with the printer yet.{#case 'print-run-data-deleted'}What was in the envelopes has been deleted.{#case 'batch-not-held'}The batch is with the printer, or there is nothing in it.{#case 'empty-range'}There is no piece in this range.{#else}This could not be done ({code}).{/switch}")
    String problem(String code);

    @Message(
            "{#switch code}{#case 'stopped'}Stopped by an operator{#case 'handover-unknown'}Hand-over unknown{#case 'no-contact-point'}No address{#case 'not-renderable'}Not renderable{#case 'suppressed'}Address suppressed{#case 'no-adapter'}No provider{#case 'contact-point-bad'}Address bad{#else}{code}{/switch}")
    String reason(String code);

    @Message(
            "{#switch code}{#case 'single'}Single messages{#case 'run'}Runs{#case 'marketing'}Advertising{#else}{code}{/switch}")
    String priorityName(String code);

    @Message(
            "{#switch code}{#case 'open'}waits{#case 'made'}made{#case 'sent'}with the printer{#case 'acknowledged'}acknowledged{#case 'held'}held{#case 'empty'}empty{#else}{code}{/switch}")
    String batchState(String code);

    @Message(
            "{#switch code}{#case 'open'}Open{#case 'mailed'}Posted{#case 'returned'}Returned{#case 'rejected'}Rejected{#case 'left-out'}Left out{#else}{code}{/switch}")
    String pieceState(String code);

    @Message("Held")
    String held();

    @Message("Deliveries that wait for a person, and what operators have stopped.")
    String heldLead();

    @Message("Done. Deliveries reached: {count}.")
    String done(String count);

    @Message("By reason")
    String byReason();

    @Message("Decide")
    String decide();

    @Message("All with this reason, not only those ticked")
    String allOfReason();

    @Message("Release")
    String release();

    @Message("Let these go on? What is uncertain is sent again, marked as a repeat.")
    String releaseSure();

    @Message("It was taken over")
    String confirm();

    @Message("Record that the provider had taken these over?")
    String confirmSure();

    @Message("Cancel")
    String cancel();

    @Message("Call these off for good?")
    String cancelSure();

    @Message("Choose")
    String choose();

    @Message("Choose message {id}")
    String chooseOne(String id);

    @Message("Message")
    String aboutMessage();

    @Message("Channel")
    String channel();

    @Message("Why")
    String why();

    @Message("Since")
    String since();

    @Message("Given up")
    String givenUp();

    @Message("Pages")
    String pages();

    @Message("Back to the first")
    String first();

    @Message("More")
    String more();

    @Message("Nothing waits for a person.")
    String nothingHeld();

    @Message("What cannot go on by itself appears here with its reason.")
    String nothingHeldHint();

    @Message("Stops in force")
    String stops();

    @Message("Why it is stopped")
    String note();

    @Message("By")
    String by();

    @Message("Lift")
    String lift();

    @Message("Lift the stop and release what it held?")
    String liftSure();

    @Message("all channels")
    String allChannels();

    @Message("No template is stopped.")
    String noStops();

    @Message("Stop it")
    String stop();

    @Message("Let nothing of this template out any more?")
    String stopSure();

    @Message("Providers")
    String providers();

    @Message("Who takes deliveries over, how they do, and what waits for them.")
    String providersLead();

    @Message("rests")
    String rests();

    @Message("works")
    String works();

    @Message("stand-in for development")
    String standIn();

    @Message("At most")
    String rate();

    @Message("{rate} a second")
    String perSecond(String rate);

    @Message("no limit")
    String unlimited();

    @Message("Points")
    String share();

    @Message("{points} of {weight}")
    String points(int points, int weight);

    @Message("Under way")
    String open();

    @Message("It has failed too often in a row, or asked for a pause. Since {since}; tried again at {until}.")
    String restsUntil(String since, String until);

    @Message("No provider is set up.")
    String noProviders();

    @Message("What waits")
    String queues();

    @Message("Priority")
    String priority();

    @Message("Ready")
    String ready();

    @Message("Oldest since")
    String age();

    @Message("Waiting for another attempt")
    String retrying();

    @Message("As node {node} sees it.")
    String asNode(String node);

    @Message("Print runs")
    String printRuns();

    @Message("Letters that went to the printer together, and what became of each envelope.")
    String printRunsLead();

    @Message("Make one now")
    String make();

    @Message("Close the pool and make a print run of what is in it?")
    String makeSure();

    @Message("Letters are handed over singly; no cut-off is set.")
    String notActive();

    @Message("Print run")
    String number();

    @Message("Print run {number}")
    String runNumber(int number);

    @Message("Cut-off")
    String cutOff();

    @Message("Letters")
    String letters();

    @Message("Envelopes")
    String piecesTotal();

    @Message("Open")
    String piecesOpen();

    @Message("Overdue")
    String overdue();

    @Message("Posted")
    String mailed();

    @Message("There is no print run yet.")
    String noPrintRuns();

    @Message("The first is made at the next cut-off, if letters wait.")
    String noPrintRunsHint();

    @Message("What could not be read of the printer's files")
    String responseFaults();

    @Message("Everything could be read.")
    String noResponseFaults();

    @Message("File")
    String file();

    @Message("Line")
    String line();

    @Message("What is wrong")
    String what();

    @Message("The way here")
    String way();

    @Message("Batches added for the reprint: {count}.")
    String reprinted(String count);

    @Message("Batches")
    String batches();

    @Message("Batch")
    String batch();

    @Message("Group")
    String group();

    @Message("Handed over")
    String sent();

    @Message("reprint")
    String isReprint();

    @Message("Hand over again")
    String again();

    @Message("Open envelopes")
    String openPieces();

    @Message("The printer has spoken of every envelope.")
    String noOpenPieces();

    @Message("Print once more")
    String reprint();

    @Message("Print these once more?")
    String reprintSure();

    @Message("Envelopes")
    String pieces();

    @Message("Their numbers, such as 17-000342-K, parted by spaces; or a range below.")
    String piecesHint();

    @Message("From")
    String fromPiece();

    @Message("To")
    String toPiece();

    @Message("What was in the envelopes has been deleted; nothing can be printed again.")
    String wiped();
}
