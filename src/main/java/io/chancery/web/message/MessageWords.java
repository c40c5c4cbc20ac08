package io.chancery.web.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word on the pages about messages that no other page shares. English here and, for closed lists, in {@code messages/message_en.properties}; German in {@code messages/message_de.properties}. */
@MessageBundle(value = "message", locale = "en")
public interface MessageWords {

    @Message
    String tab(MessageTab tab);

    @Message
    String guard(Guard guard);

    @Message
    String verdict(Decision.Verdict verdict);

    @Message("Search messages")
    String search();

    @Message("Reference")
    String reference();

    @Message("Customer (UCID)")
    String ucid();

    @Message("This is no UCID. It stands on the page of the customer.")
    String noUcid();

    @Message("Channel")
    String channel();

    @Message("Accepted from")
    String from();

    @Message("Accepted until")
    String until();

    @Message("Search")
    String find();

    @Message("Show all")
    String reset();

    @Message("Follows what happens")
    String live();

    @Message("Stop")
    String pause();

    @Message("Stands still")
    String still();

    @Message("Follow again")
    String resume();

    @Message("Pages")
    String pages();

    @Message("No message is like that.")
    String nothing();

    @Message("References must be given whole. Leave a field empty to search wider.")
    String nothingHint();

    @Message("Nothing up to now")
    String nothingYet();

    @Message("Looked back to {time}")
    String lookedUntil(String time);

    @Message("Look further back")
    String further();

    @Message("The way here")
    String way();

    @Message("It is too late: nothing of it waits any more.")
    String tooLate();

    @Message("This could not be done.")
    String refused();

    @Message("Cancel")
    String cancel();

    @Message("Cancel this message? What has not been handed over will not go out.")
    String cancelSure();

    @Message("Still under way. This page follows by itself.")
    String follows();

    @Message("What of it")
    String tabs();

    @Message("What happened to it has been deleted as its time was over.")
    String noEvents();

    @Message("The customer was erased, and the data with them.")
    String erased();

    @Message("Data")
    String dataTitle();

    @Message("Metadata of the business system")
    String metadataTitle();

    @Message("What a message was asked for with is for contact centre and compliance to see.")
    String dataClosed();

    @Message("Decided on {at}")
    String decidedAt(String at);

    @Message("Not decided yet.")
    String notDecided();

    @Message("Question")
    String question();

    @Message("Answer")
    String answer();

    @Message("What was found")
    String findings();

    @Message("Begun")
    String begun();

    @Message("Provider")
    String provider();

    @Message("Took")
    String took();

    @Message("In its words")
    String words();

    @Message("Receipts")
    String receipts();

    @Message("repeated, marked as such")
    String repeat();

    @Message("No answer yet")
    String noAnswer();

    @Message("Nothing has been handed to a provider.")
    String noAttempts();
}
