package io.chancery.web.customer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the customer page. German in {@code messages/customer_de.properties}. */
@MessageBundle(value = "customer", locale = "en")
public interface CustomerWords {

    @Message("Customers")
    String title();

    @Message("By name, e-mail address, telephone number, postcode, city or customer number. The "
            + "beginnings of words will do.")
    String searchLead();

    @Message("Find a customer")
    String searchLabel();

    @Message("Search")
    String search();

    @Message("Name")
    String name();

    @Message("Born")
    String born();

    @Message("Place")
    String place();

    @Message("Records")
    String records();

    @Message("Customer number")
    String ucid();

    @Message("Nobody is found by these words")
    String nobody();

    @Message("Fewer words or only their beginnings find more. Umlauts may be written either way.")
    String nobodyHint();

    @Message("More customers")
    String more();

    @Message("Back to the first")
    String first();

    @Message("{count} on this page")
    String ofMany(int count);

    @Message("since")
    String since();

    @Message("Completeness")
    String quality();

    @Message("{from} was merged into this customer. The old number leads here for ever.")
    String mergedNotice(String from);

    @Message("Objects to advertising")
    String objected();

    @Message("Processing is restricted")
    String restricted();

    @Message("Deceased")
    String deceased();

    @Message("This customer was erased")
    String goneTitle();

    @Message("At the customer’s request everything about them was deleted (GDPR Art. 17). Messages that "
            + "the law makes us keep are in the archive, under lock.")
    String goneText();

    @Message("To the archive")
    String toArchive();

    @Message("To all customers")
    String back();

    @Message("On this page")
    String jump();

    @Message("Messages")
    String messages();

    @Message("Golden record")
    String golden();

    @Message("Consents")
    String consents();

    @Message("Sources")
    String sources();

    @Message("Contact points")
    String reach();

    @Message("All channels, newest first.")
    String timelineLead();

    @Message("All channels")
    String allChannels();

    @Message("Any status")
    String allStatus();

    @Message("No messages here")
    String noMessages();

    @Message("As soon as something is sent to this customer, it stands here with what became of it.")
    String noMessagesHint();

    @Message("None of the messages is like this. Show all.")
    String noneLikeThis();

    @Message("Older messages")
    String older();

    @Message("Look at it")
    String open();

    @Message("Send once more")
    String resend();

    @Message("Send this message once more, with the same data? Consents and addresses are checked anew.")
    String resendSure();

    @Message("Stop it")
    String stop();

    @Message("Stop what has not been handed over yet?")
    String stopSure();

    @Message("Repeats an earlier message")
    String repeats();

    @Message("Copy: {role}")
    String copyOf(String role);

    @Message("No contact point is known.")
    String noReach();

    @Message("{#switch code}{#case 'postal'}Address{#case 'email'}E-mail{#case 'mobile'}Mobile{#case "
            + "'phone'}Telephone{#else}{code}{/switch}")
    String kind(String code);

    @Message("{#switch code}{#case 'valid'}usable{#case 'bounced'}came back{#case "
            + "'suppressed'}suppressed{#case 'confirmed'}confirmed{#else}{code}{/switch}")
    String health(String code);

    @Message("{#switch code}{#case 'hard-bounce'}nobody was reached there{#case 'complaint'}called spam "
            + "by its reader{#case 'manual'}stopped by one of us{#case 'erased-objection'}an erased "
            + "customer had objected{#else}{code}{/switch}")
    String cause(String code);

    @Message("{#switch code}{#case 'everything'}everything{#case 'marketing'}advertising "
            + "only{#else}{code}{/switch}")
    String scope(String code);

    @Message("Lift")
    String lift();

    @Message("Suppress an address")
    String suppress();

    @Message("Nothing goes there any more, whoever has it.")
    String suppressHint();

    @Message("Address or number")
    String address();

    @Message("What is stopped")
    String what();

    @Message("Why")
    String note();

    @Message("What we hold to be true, where it comes from and why it won.")
    String goldenLead();

    @Message("{#switch code}{#case 'ucid'}Customer number{#case 'language'}Language{#case "
            + "'preferred-channel'}Preferred channel{#case 'preferredChannel'}Preferred channel{#case "
            + "'salutation'}Salutation{#case 'title'}Title{#case 'given-name'}Given name{#case "
            + "'givenName'}Given name{#case 'family-name'}Family name{#case 'familyName'}Family "
            + "name{#case 'birth-date'}Date of birth{#case 'birthDate'}Date of birth{#case "
            + "'street'}Street{#case 'postcode'}Postcode{#case 'city'}City{#case 'country'}Country{#case "
            + "'email'}E-mail{#case 'mobile'}Mobile{#case 'phone'}Telephone{#case "
            + "'address'}Address{#else}{code}{/switch}")
    String attribute(String code);

    @Message("{#switch code}{#case 'most-frequent'}most records say so{#case 'most-recent'}the newest "
            + "record{#case 'source-order'}the most trusted source{#case 'trust-freshness'}trusted and "
            + "fresh{#case 'longest'}the fullest spelling{#case 'manual'}set by a steward{#case "
            + "'only'}the only one{#else}{code}{/switch}")
    String rule(String code);

    @Message("Field")
    String field();

    @Message("Value")
    String value();

    @Message("From")
    String from();

    @Message("Why")
    String why();

    @Message("Since")
    String whenCol();

    @Message("{count} say so or otherwise")
    String others(int count);

    @Message("differs")
    String contested();

    @Message("agrees")
    String agrees();

    @Message("differs")
    String differs();

    @Message("counts")
    String wins();

    @Message("{#switch code}{#case 'assumed'}assumed by the source{#case 'faulty'}cannot be right{#case "
            + "'bounced'}came back{#else}{code}{/switch}")
    String doubt(String code);

    @Message("trust {trust}")
    String trust(int trust);

    @Message("Steward")
    String steward();

    @Message("Correct a value")
    String setValue();

    @Message("Merge")
    String merge();

    @Message("Split")
    String split();

    @Message("Decisions")
    String decisions();

    @Message("Source")
    String source();

    @Message("Record")
    String record();

    @Message("Changed")
    String modified();

    @Message("Received")
    String received();

    @Message("Same address and family name")
    String household();
}
