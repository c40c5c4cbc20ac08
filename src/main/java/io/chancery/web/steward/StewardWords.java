package io.chancery.web.steward;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the steward’s desk. German in {@code messages/steward_de.properties}. */
@MessageBundle(value = "steward", locale = "en")
public interface StewardWords {

    @Message("Match candidates")
    String title();

    @Message("Are these two records one customer? What you decide is remembered, and can be taken back.")
    String lead();

    @Message("{count} open")
    String open(String count);

    @Message("Keys")
    String help();

    @Message("same")
    String keySame();

    @Message("different")
    String keyDifferent();

    @Message("next")
    String keyNext();

    @Message("back")
    String keyPrevious();

    @Message("take back")
    String keyUndo();

    @Message("Same")
    String same();

    @Message("Different")
    String different();

    @Message("Later")
    String later();

    @Message("Back")
    String previous();

    @Message("Take it back")
    String undo();

    @Message("Taken back.")
    String takenBack();

    @Message("Decided: the same.")
    String decidedSame();

    @Message("Decided: different.")
    String decidedDifferent();

    @Message("Decided.")
    String decided();

    @Message("This pair has changed or was decided meanwhile; the list is loaded anew.")
    String staleDeck();

    @Message("All")
    String all();

    @Message("{#switch code}{#case 'above'}joined, but only just{#case 'below'}not joined, but "
            + "nearly{#case 'margin'}near to several{#case 'duplicate'}alike, with a doubt{#case "
            + "'update'}taken apart by a change{#else}{code}{/switch}")
    String kind(String code);

    @Message("{#switch code}{#case 'above'}The engine joined them, just above its threshold.{#case "
            + "'below'}Just below the threshold: they are two customers today.{#case 'margin'}The record "
            + "fits about equally well to several customers.{#case 'duplicate'}Much agrees, but "
            + "something speaks against it.{#case 'update'}A change of one record took them "
            + "apart.{#else}{code}{/switch}")
    String kindHint(String code);

    @Message("{percent} likely the same")
    String likely(String percent);

    @Message("open since")
    String since();

    @Message("Field")
    String field();

    @Message("{#switch code}{#case 'name'}Name{#case 'birth-date'}Date of birth{#case "
            + "'address'}Address{#case 'email'}E-mail{#case 'phone'}Telephone{#case 'family-name'}Family "
            + "name{#case 'given-name'}Given name{#case 'mobile'}Mobile{#case "
            + "'language'}Language{#else}{code}{/switch}")
    String fieldName(String code);

    @Message("{#switch code}{#case 'same'}agrees{#case 'differs'}differs{#case 'one-sided'}only one "
            + "says it{#else}{code}{/switch}")
    String mark(String code);

    @Message("Comparison")
    String comparison();

    @Message("What speaks for it, and what against")
    String evidence();

    @Message("Customer")
    String customer();

    @Message("Record")
    String record();

    @Message("Nothing to decide")
    String none();

    @Message("All pairs are settled. New ones appear as soon as the sources bring doubtful records.")
    String noneHint();

    @Message("Next pairs")
    String nextPairs();

    @Message("{#switch code}{#case 'stale-version'}It has changed since you looked. Look again and "
            + "decide then.{#case 'unknown-match-candidate'}This pair was settled meanwhile.{#case "
            + "'cannot-undo'}It was taken back already, or cannot be.{#case 'invalid-operation'}This "
            + "cannot be done: choose at least one record to leave and one to stay, or another "
            + "customer.{#case 'unknown-customer'}There is no such customer.{#case 'invalid-value'}This "
            + "value cannot be used.{#case 'unknown-link-operation'}There is no such "
            + "decision.{#else}{code}{/switch}")
    String problem(String code);

    @Message("Merge two customers")
    String mergeTitle();

    @Message("The older customer number stays; the other leads to it for ever.")
    String mergeLead();

    @Message("The other customer")
    String other();

    @Message("Customer number, or a name to search for")
    String otherHint();

    @Message("Preview")
    String preview();

    @Message("Split a customer")
    String splitTitle();

    @Message("Choose the records that are somebody else’s. They stay together under a new customer number.")
    String splitLead();

    @Message("Records that leave")
    String leaves();

    @Message("As it is")
    String before();

    @Message("As it will be")
    String after();

    @Message("changes")
    String changes();

    @Message("new customer")
    String newCustomer();

    @Message("Reason")
    String reason();

    @Message("Merge")
    String mergeNow();

    @Message("Split")
    String splitNow();

    @Message("To the customer")
    String backToCustomer();

    @Message("Decisions")
    String operations();

    @Message("Who joined or parted which customers, newest first. What people decided can be taken back.")
    String operationsLead();

    @Message("{#switch code}{#case 'merge'}Merged{#case 'split'}Split{#case 'same'}Decided: same{#case "
            + "'different'}Decided: different{#case 'undo'}Taken back{#case 'rematch'}Matched "
            + "anew{#else}{code}{/switch}")
    String act(String code);

    @Message("What")
    String what();

    @Message("By")
    String who();

    @Message("When")
    String when();

    @Message("Customers")
    String customers();

    @Message("taken back")
    String undone();

    @Message("Take this decision back? Customers come back under the numbers they had.")
    String undoSure();

    @Message("Nobody has decided anything yet")
    String noOperations();

    @Message("Older")
    String older();

    @Message("Done.")
    String done();

    @Message("Correct a value")
    String valueTitle();

    @Message("Your value counts above all sources until you take it back.")
    String valueLead();

    @Message("Field")
    String attribute();

    @Message("Value")
    String value();

    @Message("Street and number")
    String street();

    @Message("Postcode")
    String postcode();

    @Message("City")
    String city();

    @Message("Country")
    String country();

    @Message("Address, whole")
    String wholeAddress();

    @Message("Set it")
    String setValue();

    @Message("Set by hand")
    String setByHand();

    @Message("Nothing is set by hand.")
    String noneByHand();
}
