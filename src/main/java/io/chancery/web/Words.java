package io.chancery.web;

import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.MessageStatus;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.ZoneId;

/**
 * Every word on the pages that is not data. English here and in {@code messages/msg_en.properties} (the closed lists),
 * German in {@code messages/msg_de.properties}.
 */
@MessageBundle(locale = "en")
public interface Words {

    // Closed lists: one sentence per constant, and the build fails if one is missing.

    @Message
    String status(DeliveryStatus status);

    /** Why a delivery is where it is, when no reason stopped it. */
    @Message
    String because(DeliveryStatus status);

    @Message
    String outcome(MessageStatus status);

    @Message
    String happened(EventKind kind);

    @Message
    String lawful(MessageClass messageClass);

    @Message
    String section(Section section);

    @Message
    String group(Section.Group group);

    // The frame of every page

    @Message("Skip to the content")
    String skip();

    @Message("Messages")
    String messages();

    @Message("Search for a customer, a reference or an id")
    String searchAll();

    @Message("Customer, reference, id")
    String searchHint();

    @Message("Nothing found")
    String searchNothing();

    @Message("Look for a name, an e-mail address, a UCID, the reference of a message or its id, as a whole.")
    String searchNothingHint();

    @Message("Menu")
    String menu();

    @Message("Colours")
    String theme();

    @Message("Light")
    String themeLight();

    @Message("Dark")
    String themeDark();

    @Message("As the device")
    String themeAuto();

    @Message("Your account")
    String account();

    @Message("Sign out")
    String signOut();

    @Message("Times are those of {zone}")
    String timesIn(ZoneId zone);

    @Message("Letter")
    String print();

    @Message("E-mail")
    String email();

    @Message("SMS")
    String sms();

    // The list

    @Message("Newest first. Each one shows where its deliveries stand.")
    String listLead();

    @Message("Show")
    String filter();

    @Message("All")
    String all();

    @Message("Open")
    String open();

    @Message("Delivered")
    String delivered();

    @Message("Failed")
    String failed();

    @Message("Not sent")
    String cancelled();

    @Message("Message")
    String messageColumn();

    @Message("Customer")
    String customer();

    @Message("Deliveries")
    String deliveries();

    @Message("Status")
    String state();

    @Message("Accepted")
    String accepted();

    @Message("Older messages")
    String older();

    @Message("Back to the newest")
    String newest();

    @Message("There is no message here yet.")
    String none();

    @Message("As soon as a business system sends one, it appears in this place.")
    String noneHint();

    // The demo invoice

    @Message("Send the demo invoice")
    String demoTitle();

    @Message("One template becomes a letter, an e-mail and an SMS. Nothing leaves this machine.")
    String demoLead();

    @Message("To")
    String demoCustomer();

    @Message("Send")
    String demoSend();

    // One message

    @Message("Template")
    String template();

    @Message("version {number}")
    String version(int number);

    @Message("Language")
    String language();

    @Message("Kind")
    String kind();

    @Message("Not before")
    String sendAt();

    @Message("Expires")
    String expiresAt();

    @Message("Id")
    String id();

    @Message("Still under way. This page looks again by itself for half a minute.")
    String underWay();

    @Message("Still under way.")
    String stillOpen();

    @Message("Look again")
    String lookAgain();

    @Message("What was rendered")
    String renditions();

    @Message("Nothing has been rendered.")
    String notRendered();

    @Message("See it")
    String see();

    @Message("Copy to: {role}")
    String copy(String role);

    @Message("See the page that the link leads to")
    String seePage();

    @Message("Download")
    String download();

    @Message("Open on its own")
    String openAlone();

    @Message("{#if pages == '1'}1 page{#else}{pages} pages{/if}")
    String pages(String pages);

    @Message("Your browser does not show PDF inside a page.")
    String noInlinePdf();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Subject")
    String subject();

    @Message("Attached")
    String attached();

    @Message("Plain-text part")
    String plainPart();

    @Message("{#if count == '1'}1 segment{#else}{count} segments{/if}")
    String segments(String count);

    @Message("{count} characters")
    String characters(int count);

    @Message("Timeline")
    String timeline();

    @Message("attempt {number}")
    String attempt(int number);

    @Message("Details")
    String details();

    // Signing in

    @Message("Sign in")
    String signIn();

    @Message("Name")
    String signInName();

    @Message("Password")
    String password();

    @Message(
            "The first account was printed when Chancery started for the first time; an administrator makes others. With an API key in place of the password the name may be left out.")
    String keyHint();

    @Message(
            "This name and password do not belong together, or the account has been closed. After several wrong passwords it opens again by itself some minutes later.")
    String keyRefused();

    // When something is wrong

    @Message("This page does not exist")
    String unknownTitle();

    @Message("It may have been mistyped, or it belongs to a message that is not on record.")
    String unknownText();

    @Message("You may not see this")
    String forbiddenTitle();

    @Message("Your account lacks the role that this page needs, or the request came from another site.")
    String forbiddenText();

    @Message("This did not work")
    String wrongTitle();

    @Message("What was asked for could not be done.")
    String wrongText();

    @Message("To the messages")
    String home();

    @Message("Sign in as somebody else")
    String otherKey();
}
