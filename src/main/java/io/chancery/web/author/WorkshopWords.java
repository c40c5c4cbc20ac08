package io.chancery.web.author;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the workshop; German in {@code messages/workshop_de.properties}. */
@MessageBundle(value = "workshop", locale = "en")
public interface WorkshopWords {

    @Message("Workshop")
    String workshop();

    @Message("Save")
    String save();

    @Message("Submit for approval")
    String submit();

    @Message("Whoever approves it reads this first.")
    String commentHint();

    @Message("Send a test to me")
    String test();

    @Message(
            "E-mail and SMS marked as a test go to the address and the number of your own account, the letter stays here as a PDF. Names of a real customer are masked.")
    String testHint();

    @Message("Sending the test …")
    String testSending();

    @Message("Your test")
    String testTitle();

    @Message("The test was not sent")
    String testRefused();

    @Message("Nothing was sent.")
    String testNothing();

    @Message("on its way to you, marked as a test")
    String testSent();

    @Message("printed by nobody; in the archive")
    String testKept();

    @Message("Open the PDF")
    String testLetter();

    @Message("not carried by this message")
    String testNotCarried();

    @Message("your account has no address for it; an administrator can add one under Users")
    String testNoAddress();

    @Message("your address must not be used: it stands on the suppression list")
    String testSuppressed();

    @Message("no provider is set up")
    String testNoProvider();

    @Message("Throw the draft away")
    String discard();

    @Message("Throw away the whole draft? What was saved in it is lost.")
    String discardSure();

    @Message("No draft yet: saving begins one.")
    String noDraft();

    @Message("Draft, revision {revision}")
    String draft(long revision);

    @Message("Files")
    String files();

    @Message("Shown with")
    String context();

    @Message("Sample")
    String fixture();

    @Message("Language")
    String language();

    @Message("as the customer")
    String ownLanguage();

    @Message("As a copy for")
    String copyFor();

    @Message("nobody: the message itself")
    String noCopy();

    @Message("A real customer")
    String customer();

    @Message("UCID, or source and record as in «billing K100042»")
    String customerHint();

    @Message("Names, addresses and numbers are masked: you see how long they are, not whose.")
    String masked();

    @Message("You see this customer as they are. It is on record that you did.")
    String unmasked();

    @Message("Source text of {path}")
    String sourceOf(String path);

    @Message("Tab indents. Escape, then Tab leaves the field.")
    String keys();

    @Message("Add a file")
    String addFile();

    @Message("such as fixtures/no-email.json")
    String addHint();

    @Message("Add")
    String add();

    @Message("Remove")
    String remove();

    @Message("Preview")
    String preview();

    @Message("All")
    String all();

    @Message("Letter")
    String letter();

    @Message("E-mail")
    String email();

    @Message("SMS")
    String sms();

    @Message("Window, edges, folds")
    String zones();

    @Message("Window of the envelope")
    String zoneWindow();

    @Message("No printer prints here")
    String zoneEdge();

    @Message("Punched here")
    String zoneHoles();

    @Message("Folded here")
    String zoneFold();

    @Message("Page")
    String page();

    @Message("of")
    String of();

    @Message("pages")
    String pages();

    @Message("Desktop")
    String desktop();

    @Message("Phone")
    String phone();

    @Message("Plain text")
    String plain();

    @Message("From")
    String sender();

    @Message("Subject")
    String subject();

    @Message("Attached")
    String attached();

    @Message("segments")
    String segments();

    @Message("segment")
    String segment();

    @Message("characters")
    String characters();

    @Message("does not go by this channel")
    String notCarried();

    @Message("as before the mistake")
    String broken();

    @Message("Problems")
    String problems();

    @Message("Nothing is wrong.")
    String noProblems();

    @Message("line")
    String line();

    @Message("Reading ease")
    String readingEase();

    @Message("hard to read")
    String hard();

    @Message("fairly hard")
    String fair();

    @Message("easy to read")
    String easy();

    @Message("Plan")
    String plan();

    @Message("Saved")
    String saved();

    @Message("Saving …")
    String saving();

    @Message("Not saved yet")
    String unsaved();

    @Message("Somebody else has changed the draft meanwhile. Nothing of yours is lost: it stands below.")
    String stale();

    @Message("See what they have saved (opens a new tab)")
    String seeTheirs();

    @Message("Save mine over theirs")
    String overwrite();

    @Message("The preview cannot be made right now. It is tried again with the next key.")
    String previewFailed();

    @Message("Pictures, fonts and enclosures")
    String assets();

    @Message("Bring a file")
    String upload();

    @Message("PNG, JPEG, SVG, TTF, OTF or PDF, at most 5 MB")
    String uploadHint();

    @Message("Folder (may be empty)")
    String folder();

    @Message("Upload")
    String uploadNow();

    @Message("No live template uses it yet, so there is nothing to show it with.")
    String noTemplate();

    @Message("Without JavaScript the preview shows what was saved last.")
    String noScript();

    // Notices, by their codes

    @Message("The draft is saved.")
    String noticeKept();

    @Message("The file is gone from the draft.")
    String noticeRemoved();

    @Message("The file is in the draft.")
    String noticeUploaded();

    @Message("A name has letters, digits, dots, hyphens and underscores, and a folder a–z, 0–9 and hyphens.")
    String noticeAssetName();

    @Message("The file is empty, or larger than 5 MB.")
    String noticeAssetSize();

    @Message("The file is not what its name says, or it is a drawing that runs or loads something.")
    String noticeAssetContent();

    @Message("The file could not be taken.")
    String noticeAssetRefused();
}
