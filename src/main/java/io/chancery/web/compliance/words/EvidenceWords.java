package io.chancery.web.compliance.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of exports and checks. German in {@code messages/evidence_de.properties}. */
@MessageBundle(value = "evidence", locale = "en")
public interface EvidenceWords {

    @Message("Exports")
    String exports();

    @Message("Evidence to give away: a ZIP with all that it takes to verify it without us.")
    String exportsLead();

    @Message("The export is being made. It is ready here when it is done.")
    String exportOrdered();

    @Message("Of")
    String exportOf();

    @Message("Asked for")
    String requested();

    @Message("File")
    String file();

    @Message("{from} to {to}")
    String fromTo(String from, String to);

    @Message("ready")
    String exportReady();

    @Message("outdated, ask for a new one")
    String exportOutdated();

    @Message("failed")
    String exportFailed();

    @Message("waits for a checkpoint")
    String exportRequested();

    @Message("looking for deliveries")
    String exportSelecting();

    @Message("reading documents")
    String exportReading();

    @Message("finishing")
    String exportFinishing();

    @Message("ZIP, {size} bytes")
    String downloadZip(String size);

    @Message("Nothing was exported yet")
    String noExports();

    @Message("Ask for the evidence of one message, or of a whole period.")
    String noExportsHint();

    @Message("Ask for an export")
    String orderExport();

    @Message("One message, or all that was accepted within a period.")
    String orderExportHint();

    @Message("Or a period below")
    String exportMessageHint();

    @Message("To narrow the period, as in the archive")
    String exportQueryHint();

    @Message("Integrity checks")
    String checks();

    @Message("Each night the whole log is walked through, and the rows of a thirtieth of it are read again.")
    String checksLead();

    @Message("Check everything now")
    String checkNow();

    @Message("Everything is being checked. The report appears here.")
    String checking();

    @Message("all as it was")
    String allAsItWas();

    @Message("{count} findings")
    String findings(String count);

    @Message("{leaves} leaves compared with the tree and its checkpoints, {rows} rows read again.")
    String checkedWhat(String leaves, String rows);

    @Message("What was found")
    String whatWasFound();

    @Message("A row is gone, and no deletion is on record.")
    String rowMissing();

    @Message("A row is not what was sealed.")
    String rowChanged();

    @Message("A row whose deletion is on record is still there.")
    String rowNotDeleted();

    @Message("A row stands among sealed ones and was not sealed.")
    String rowInserted();

    @Message("A seal is gone or does not follow the one before.")
    String sealBroken();

    @Message("A hash of the tree is not that of its leaves.")
    String nodeChanged();

    @Message("A checkpoint is gone, changed or not signed by our key.")
    String checkpointBroken();

    @Message("A time-stamp is gone, changed or not of a trusted authority.")
    String timeStampWrong();

    @Message("No check yet")
    String noChecks();

    @Message("The first one runs tonight; or start one now.")
    String noChecksHint();
}
