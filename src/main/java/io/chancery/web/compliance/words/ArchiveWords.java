package io.chancery.web.compliance.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the search of the archive. German in {@code messages/archive_de.properties}. */
@MessageBundle(value = "archive", locale = "en")
public interface ArchiveWords {

    @Message("Every delivery there ever was: find it, see the exact bytes, prove that nothing was altered.")
    String archiveLead();

    @Message("The search is saved.")
    String searchSaved();

    @Message("The saved search is deleted.")
    String searchDeleted();

    @Message("channel:sms status:failed \"your invoice\"")
    String queryHint();

    @Message("Search by field")
    String byField();

    @Message("Recipient: address or number")
    String recipient();

    @Message("Reference")
    String reference();

    @Message("Words in the text")
    String words();

    @Message("How to search, with examples")
    String help();

    @Message(
            "Write terms one after the other, all of them have to hold: key:value, quotes around what has blanks, a minus before what is to be left out. Words without a key stand in the text itself.")
    String helpLead();

    @Message("text messages that failed")
    String example1();

    @Message("all invoices of a year")
    String example2();

    @Message("just these words, but not on paper")
    String example3();

    @Message("all that the customer of a source record got")
    String example4();

    @Message("Keys:")
    String keys();

    @Message("Saved searches")
    String saved();

    @Message("shared with you")
    String sharedByOthers();

    @Message("yours, shared")
    String sharedByYou();

    @Message("yours")
    String yours();

    @Message("Delete this saved search?")
    String deleteSearchSure();

    @Message("Delete")
    String deleteSearch();

    @Message("This search cannot be made:")
    String queryRefused();

    @Message("Name a customer first")
    String nameCustomer();

    @Message("You see the archive of one customer at a time: by UCID, or by source and record.")
    String nameCustomerHint();

    @Message("{count} deliveries")
    String found(String count);

    @Message("More deliveries")
    String more();

    @Message("Save this search")
    String saveSearch();

    @Message("Name")
    String searchName();

    @Message("Small letters, digits and hyphens")
    String searchNameHint();

    @Message("Share it with colleagues")
    String share();

    @Message("Save")
    String save();

    @Message("Hold these")
    String holdThese();

    @Message("Export these")
    String exportThese();

    @Message("Message")
    String aboutMessage();

    @Message("Nothing found")
    String nothingFound();

    @Message("Leave something out, or widen the period.")
    String nothingFoundHint();

    @Message("Searched back to {when}. There may be more before that.")
    String searchedBackTo(String when);

    @Message("Pages")
    String pages();

    @Message("Go on searching")
    String goOn();
}
