package io.chancery.web.compliance.words;

import io.chancery.archive.DataProtection.ErasureView;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of access, erasure and the record of processing. German in {@code messages/rights_de.properties}. */
@MessageBundle(value = "rights", locale = "en")
public interface RightsWords {

    @Message
    String erasureState(ErasureView.State state);

    @Message("Access and erasure")
    String personRights();

    @Message("Access (GDPR Art. 15 and 20)")
    String access();

    @Message(
            "Everything that is kept about this person, for this person, as a ZIP: data, documents as they were sent, and a page that explains them. Nothing of anybody else is in it.")
    String accessLead();

    @Message("Download the person's data")
    String downloadPerson();

    @Message("What the erasure waits for")
    String waitsFor();

    @Message("Report of the erasure of {when}")
    String reportOf(String when);

    @Message("What an erasure would come to")
    String wouldBeErased();

    @Message("Ordered by")
    String orderedBy();

    @Message("Ordered at")
    String orderedAt();

    @Message("What goes")
    String erasedKinds();

    @Message("Kind of data")
    String kindOfData();

    @Message("Entries")
    String entries();

    @Message("Deliveries nobody can read any more")
    String unreadable();

    @Message("What has to be kept")
    String keptKinds();

    @Message("Duty")
    String duty();

    @Message("as long as the hold lasts")
    String asLongAsHold();

    @Message("Nothing: no duty and no legal hold keeps anything.")
    String nothingIsKept();

    @Message("What stays because it names nobody")
    String stays();

    @Message("Erase this person for good? This cannot be undone.")
    String eraseSure();

    @Message("Erase this person (GDPR Art. 17)")
    String eraseTitle();

    @Message(
            "What has not been sent is called off. What no duty and no hold keeps goes at once and for good; the rest is restricted and goes at the end of its period.")
    String eraseHint();

    @Message("Kept for ever: name nobody, such as «request of 12 March».")
    String eraseReasonHint();

    @Message("Erase")
    String erase();

    @Message("Record of processing")
    String processing();

    @Message("Made from the templates that are live (GDPR Art. 30): it is always up to date.")
    String processingLead();

    @Message("Controller")
    String controller();

    @Message("Not set up (chancery.controller)")
    String noController();

    @Message("As of")
    String asOf();

    @Message("Processing activities")
    String activities();

    @Message("Technical and organisational measures")
    String measures();
}
