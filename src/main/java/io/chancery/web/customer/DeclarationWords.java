package io.chancery.web.customer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for what customers say. German in {@code messages/declaration_de.properties}. */
@MessageBundle(value = "declaration", locale = "en")
public interface DeclarationWords {

    @Message("What counts today. Every declaration is kept with its proof below.")
    String consentsLead();

    @Message("The customer has not declared anything.")
    String noConsents();

    @Message("Channel")
    String channel();

    @Message("every channel")
    String everyChannel();

    @Message("For")
    String purpose();

    @Message("{#switch code}{#case 'marketing'}Advertising{#case 'service'}Service{#case "
            + "'inform'}Information{#case 'advise'}Advice{#case 'promote'}Offers{#case "
            + "'educate'}Know-how{#case 'request-payment'}Payment{#else}{code}{/switch}")
    String purposeName(String code);

    @Message("everything")
    String everything();

    @Message("{#switch code}{#case 'confirmed'}agreed{#case 'pending'}not confirmed yet{#case "
            + "'unsubscribed'}withdrawn{#case 'denied'}refused{#case 'objected'}objected{#case "
            + "'objection-lifted'}objection lifted{#case 'restricted'}restricted{#case "
            + "'restriction-lifted'}restriction lifted{#case 'deceased'}deceased{#case 'alive'}alive "
            + "after all{#else}{code}{/switch}")
    String declared(String code);

    @Message("State")
    String state();

    @Message("For which address")
    String address2();

    @Message("Proof")
    String evidence();

    @Message("Every declaration")
    String history();

    @Message("recorded by {who}")
    String recordedBy(String who);

    @Message("Preferences")
    String preferences();

    @Message("Service by")
    String prefersService();

    @Message("Advertising by")
    String prefersMarketing();

    @Message("Language")
    String prefersLanguage();

    @Message("No advertising between")
    String quiet();

    @Message("no wish")
    String noPreference();

    @Message("Quiet from")
    String quietFrom();

    @Message("until")
    String quietTo();

    @Message("Save")
    String save();

    @Message("German")
    String german();

    @Message("English")
    String english();

    @Message("French")
    String french();

    @Message("Italian")
    String italian();

    @Message("Letter")
    String letter();

    @Message("What the customer says")
    String acts();

    @Message("Each is kept for good, with who said it and how.")
    String actsLead();

    @Message("Consent or withdrawal")
    String consentAct();

    @Message("ask by e-mail (double opt-in)")
    String ask();

    @Message("Objection to advertising")
    String objectionAct();

    @Message("Lift the objection")
    String objectionLift();

    @Message("Stops all advertising on every channel (GDPR Art. 21).")
    String objectionHint();

    @Message("Restriction of processing")
    String restrictionAct();

    @Message("Lift the restriction")
    String restrictionLift();

    @Message("Stops every message but for the purposes you name (GDPR Art. 18).")
    String restrictionHint();

    @Message("But not")
    String except();

    @Message("The customer has died")
    String deathAct();

    @Message("It was a mistake")
    String deathLift();

    @Message("Nothing goes to them any more, on no channel.")
    String deathHint();

    @Message("Reason")
    String reason();

    @Message("How we know")
    String saidBy();

    @Message("{#switch code}{#case 'phone'}Telephone{#case 'letter'}Letter{#case 'email'}E-mail{#case "
            + "'counter'}At the counter{#else}{code}{/switch}")
    String heard(String code);

    @Message("In the customer’s words")
    String wording();

    @Message("Record it")
    String record2();

    @Message("Link to the customer’s own choices")
    String preferenceLink();

    @Message("This link is for the customer alone: whoever has it can change consents and wishes.")
    String preferenceLinkReady();

    @Message("Copy of all data (GDPR Art. 15)")
    String gdprExport();

    @Message("{#switch code}{#case 'resend'}Sent once more: the new message is on its way.{#case "
            + "'cancel'}Stopped.{#case 'objection'}Put on record. It counts from now on.{#case "
            + "'restriction'}Put on record. It counts from now on.{#case 'death'}Put on record. It "
            + "counts from now on.{#case 'consent'}Put on record with its proof.{#case 'preferences'}The "
            + "wishes are saved.{#case 'suppression'}The address is suppressed.{#case "
            + "'lift'}Lifted.{#case 'value'}The value is corrected.{#else}{code}{/switch}")
    String done(String code);

    @Message("{#switch code}{#case 'too-late-to-cancel'}It is too late: the message is being handed "
            + "over, or has ended.{#case 'not-repeatable'}This message cannot be sent once more.{#case "
            + "'invalid-message'}The message no longer fits its template.{#case "
            + "'no-usable-contact-point'}There is no usable contact point for its channels.{#case "
            + "'confirmation-already-sent'}A mail that asks for it was sent a moment ago.{#case "
            + "'objection-in-force'}The customer objects to advertising; lift the objection first.{#case "
            + "'restriction-in-force'}Processing is restricted; lift the restriction first.{#case "
            + "'invalid-declaration'}Something is missing; look at the marked fields.{#case "
            + "'invalid-suppression'}Something is missing; look at the marked fields.{#case "
            + "'suppression-over'}It has expired or was lifted before.{#else}{code}{/switch}")
    String problem(String code);

    @Message("{#switch code}{#case 'is missing'}is needed{#case 'is missing: the sender must be able to "
            + "prove a consent'}is needed: a consent must be provable{#case 'is missing: consent is "
            + "given for one address or number'}the customer has no address for this channel{#case 'is "
            + "the same as from'}is the same as the beginning{#else}{code}{/switch}")
    String fault(String code);
}
