package io.chancery.web.compliance.words;

import io.chancery.archive.Evidence.Step;
import io.chancery.archive.Evidence.Verdict;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of one delivery in the archive. German in {@code messages/entry_de.properties}. */
@MessageBundle(value = "entry", locale = "en")
public interface EntryWords {

    @Message
    String step(Step.Kind kind);

    @Message
    String verdict(Verdict verdict);

    @Message
    String explained(Step.Kind kind);

    @Message(
            "The customer was erased: what was sent can no longer be read by anybody. That it was sent can still be proved.")
    String erasedNotice();

    @Message("not final yet")
    String notFinal();

    @Message("on legal hold")
    String onHold();

    @Message("The whole message")
    String wholeMessage();

    @Message("Place a legal hold")
    String holdMessage();

    @Message("Export as evidence")
    String exportMessage();

    @Message("Access and erasure")
    String rightsOfPerson();

    @Message("Proof")
    String proof();

    @Message("altered")
    String proofBroken();

    @Message("proved")
    String proofHolds();

    @Message("unaltered, not all proved yet")
    String proofPending();

    @Message(
            "What is on record is not what was recorded. Start a check of the whole archive, and tell whoever runs it.")
    String proofBrokenLead();

    @Message("Checked just now: what is on record is, bit for bit, what was recorded.")
    String proofHoldsLead();

    @Message(
            "Checked just now: nothing was altered. A part is so young that the next signed checkpoint has yet to cover it.")
    String proofPendingLead();

    @Message("{count} rows read")
    String rowsRead(long count);

    @Message("{count} leaves")
    String leaves(long count);

    @Message("Signed by {name}, {when}")
    String signedBy(String name, String when);

    @Message("{name}, {when}")
    String stampedBy(String name, String when);

    @Message("Check again")
    String verifyAgain();

    @Message("Download the proof")
    String downloadProof();

    @Message("Public key")
    String downloadKey();

    @Message("Documents")
    String documents();

    @Message("Nothing was rendered for this delivery.")
    String noDocuments();

    @Message("As it was sent")
    String partSent();

    @Message("The page behind its link")
    String partPage();

    @Message("The PDF behind its link")
    String partPdf();

    @Message("Exact bytes")
    String exactBytes();

    @Message("SHA-256 of what was sent")
    String sha256();

    @Message("SHA-256 as stored")
    String storedSha256();

    @Message("Archived")
    String archivedAt();

    @Message("What it was made of")
    String madeOf();

    @Message("Envelope")
    String envelope();

    @Message("What the provider said")
    String providerAnswers();
}
