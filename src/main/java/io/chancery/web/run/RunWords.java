package io.chancery.web.run;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word on the pages about runs that no other page shares. English here and, for closed lists, in {@code messages/run_en.properties}; German in {@code messages/run_de.properties}. */
@MessageBundle(value = "run", locale = "en")
public interface RunWords {

    @Message
    String status(io.chancery.message.RunStatus status);

    @Message
    String next(io.chancery.message.RunStatus status);

    @Message
    String stage(RunStages.Stage stage);

    @Message(
            "{#switch code}{#case 'draft'}draft{#case 'checking'}being checked{#case 'ready'}ready{#case 'scheduled'}scheduled{#case 'running'}running{#case 'paused'}paused{#case 'completed'}completed{#case 'cancelled'}cancelled{#else}{code}{/switch}")
    String statusCode(String code);

    @Message(
            "{#switch code}{#case 'invalid-run'}The run is refused. Look at what is wrong below.{#case 'unknown-template'}There is no such template.{#case 'run-closed'}Lines are taken only while the run is a draft or ready.{#case 'broken-stream'}The file broke off. Send it again: nothing is doubled.{#case 'unknown-column'}A column has a name that means nothing here. Is the delimiter right?{#case 'bad-header'}The header of the file cannot be understood.{#case 'missing-header'}The file has no header.{#case 'wrong-run-status'}This cannot be done with the run as it stands now.{#case 'run-not-checked'}Have the lines checked first.{#case 'run-has-faults'}Some lines have faults. Correct them, or leave them out.{#case 'run-empty'}There is no line that could be sent.{#case 'template-changed'}Another version of the template is live by now. Have the lines checked again.{#case 'nothing-to-retry'}No line has failed.{#case 'run-data-deleted'}What the lines said has been deleted.{#else}This could not be done ({code}).{/switch}")
    String problem(String code);

    @Message("draft ready scheduled running paused completed cancelled")
    String filters();

    @Message("Runs")
    String title();

    @Message("Many messages of one template, from one file.")
    String lead();

    @Message("New run")
    String create();

    @Message("Run")
    String run();

    @Message("Progress")
    String progress();

    @Message("Lines")
    String lines();

    @Message("Begun")
    String begun();

    @Message("Pages")
    String pages();

    @Message("Back to the newest")
    String newest();

    @Message("Older runs")
    String older();

    @Message("There is no run here.")
    String none();

    @Message("Begin one with the button above; nothing is sent before you start it.")
    String noneHint();

    @Message("The way here")
    String way();

    @Message("What holds where a line says nothing. Nothing is sent yet.")
    String createLead();

    @Message("Your number")
    String reference();

    @Message("Such as the month; it stands in the list.")
    String referenceHint();

    @Message("as each customer reads")
    String asCustomer();

    @Message("Channels")
    String channels();

    @Message("None: as each customer prefers, else as the template plans.")
    String channelsHint();

    @Message("Data for every line (JSON)")
    String data();

    @Message("May be left empty. A line may say otherwise.")
    String dataHint();

    @Message("Begin")
    String begin();

    @Message("Back")
    String back();

    @Message(
            "New lines: {added}. Corrected: {corrected}. There already: {repeated}. There with other content, left as they were: {changed}. Not readable: {refused}.")
    String uploaded(String added, String corrected, String repeated, String changed, String refused);

    @Message("in all")
    String total();

    @Message("{rate} lines a second")
    String rate(String rate);

    @Message("about {time} left")
    String left(String time);

    @Message("Nothing has moved in the last minute.")
    String nothingMoves();

    @Message("What next")
    String acts();

    @Message("Check all lines")
    String check();

    @Message("Not before (now if empty)")
    String at();

    @Message("Leave out lines with faults")
    String skip();

    @Message("Start")
    String start();

    @Message("Pause")
    String pause();

    @Message("Go on")
    String resume();

    @Message("Send anew what failed")
    String retry();

    @Message("Send anew every line that has failed, and only those?")
    String retrySure();

    @Message("Cancel")
    String cancel();

    @Message("Cancel the run? What has not been handed over will not go out.")
    String cancelSure();

    @Message("Outcomes as")
    String results();

    @Message("Begun")
    String created();

    @Message("Checked")
    String checked();

    @Message("To begin")
    String startAt();

    @Message("Started")
    String started();

    @Message("Ended")
    String ended();

    @Message("Send lines")
    String upload();

    @Message(
            "CSV with a header, or NDJSON with one message on each line. To send a file again doubles nothing: lines are known by their numbers.")
    String uploadLead();

    @Message("File")
    String file();

    @Message("Delimiter of CSV")
    String delimiter();

    @Message("Comma")
    String comma();

    @Message("Semicolon")
    String semicolon();

    @Message("Send")
    String send();

    @Message("Being sent")
    String sending();

    @Message("Lines with faults")
    String faults();

    @Message("All of them as CSV")
    String faultsFile();

    @Message("Line")
    String line();

    @Message("What has failed")
    String failed();

    @Message("The first {shown} of {all}; the results have all of them.")
    String firstFailed(int shown, String all);

    @Message("Why")
    String why();

    @Message("Where")
    String where();

    @Message("What is wrong")
    String what();

    @Message("Code")
    String code();

    @Message("Back to the first")
    String firstFaults();

    @Message("More")
    String moreFaults();

    @Message("None that is known.")
    String noFaults();
}
