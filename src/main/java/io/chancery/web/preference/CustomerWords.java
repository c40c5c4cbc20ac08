package io.chancery.web.preference;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word on the pages for customers. English here, German in {@code messages/mine_de.properties}. */
@MessageBundle(value = "mine", locale = "en")
public interface CustomerWords {

    @Message("Your choice")
    String title();

    @Message("Here you decide what we may send you, and how. You can come back by the same link at any time.")
    String lead();

    @Message("Your choice has been saved.")
    String saved();

    @Message("Almost done: we have sent you an e-mail. Your consent counts as soon as you confirm it there.")
    String asked();

    @Message("We sent you an e-mail a few minutes ago. Please confirm your consent there.")
    String askedBefore();

    @Message("News and offers")
    String marketing();

    @Message("Your contracts")
    String service();

    @Message("Letters about your contracts always reach you.")
    String serviceHint();

    @Message("Waiting for your confirmation by e-mail")
    String pending();

    @Message("We have no address or number of yours for this.")
    String unreachable();

    @Message("How you like to be reached")
    String preferred();

    @Message("News and offers preferably by")
    String preferredMarketing();

    @Message("Messages about contracts preferably by")
    String preferredService();

    @Message("No preference")
    String noPreference();

    @Message("E-mail")
    String email();

    @Message("SMS")
    String sms();

    @Message("Letter")
    String print();

    @Message("Language")
    String language();

    @Message("No advertising by e-mail or SMS from")
    String quietFrom();

    @Message("until")
    String quietTo();

    @Message("Save")
    String save();

    @Message("No advertising at all")
    String objectTitle();

    @Message(
            "You can object to all advertising, by e-mail, SMS and letter alike. Messages about your contracts still come.")
    String objectText();

    @Message("Object to all advertising")
    String object();

    @Message("You have objected to all advertising. We send you none, whatever you chose before.")
    String objected();

    @Message("Take the objection back")
    String lift();

    @Message("The use of your data is restricted at the moment. What you choose here counts once that has ended.")
    String restricted();

    @Message("Confirm your consent")
    String confirmTitle();

    @Message("You were asked to confirm this:")
    String confirmLead();

    @Message("Yes, I confirm")
    String confirm();

    @Message("If you do nothing, nothing changes.")
    String confirmHint();

    @Message("Thank you, your consent is confirmed")
    String confirmedTitle();

    @Message("You agreed to this:")
    String confirmedLead();

    @Message("This can no longer be confirmed")
    String overtakenTitle();

    @Message("You have decided otherwise since, or we have another e-mail address of yours now. Nothing was changed.")
    String overtakenText();

    @Message("No more advertising by e-mail")
    String optOutTitle();

    @Message(
            "Please confirm that you no longer want news and offers by e-mail. Messages about your contracts still come.")
    String optOutText();

    @Message("Unsubscribe")
    String optOut();

    @Message("You are unsubscribed")
    String optedOutTitle();

    @Message("You get no more news and offers by e-mail. Messages about your contracts still come.")
    String optedOutText();

    @Message("This link does not work")
    String deadTitle();

    @Message("It is incomplete or was changed. Please use it as it stands in our message.")
    String unknownText();

    @Message("It has expired. You find a new one in our latest message, or ask our customer service.")
    String expiredText();
}
