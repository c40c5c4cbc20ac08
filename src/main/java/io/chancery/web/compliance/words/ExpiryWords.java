package io.chancery.web.compliance.words;

import io.chancery.archive.Keeping.Expiry;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the retention calendar and of proposals to delete. German in {@code messages/expiry_de.properties}. */
@MessageBundle(value = "expiry", locale = "en")
public interface ExpiryWords {

    @Message
    String expiryStatus(Expiry.Status status);

    @Message("Proposal to delete")
    String proposal();

    @Message("Retention calendar")
    String calendar();

    @Message("Proposal of {day}")
    String proposalOf(String day);

    @Message("The proposal is made. Another person has to decide.")
    String proposedNotice();

    @Message("Approved. It is deleted behind other work.")
    String approvedNotice();

    @Message("Rejected. Nothing is deleted.")
    String rejectedNotice();

    @Message("What is due is being counted.")
    String counting();

    @Message("It is being deleted.")
    String deleting();

    @Message("Proposed by")
    String proposedBy();

    @Message("Proposed")
    String proposed();

    @Message("Would go")
    String wouldGo();

    @Message("Kept by a legal hold")
    String keptOnHold();

    @Message("Kept, not final")
    String keptNotFinal();

    @Message("Kept, not due")
    String keptNotDue();

    @Message("Approved by")
    String approvedBy();

    @Message("Rejected by")
    String rejectedBy();

    @Message("Deleted")
    String deleted();

    @Message("Download the deletion protocol")
    String protocol();

    @Message("Decide")
    String decide();

    @Message("Whoever proposed it cannot approve it. What is on hold or no more due when its turn comes stays.")
    String decideHint();

    @Message("Needed if you reject")
    String decideReasonHint();

    @Message("Delete all of this for good?")
    String approveSure();

    @Message("Approve and delete")
    String approve();

    @Message("Reject")
    String reject();

    @Message("What would go, by class")
    String byClass();

    @Message("Class")
    String documentClass();

    @Message("Year")
    String ofYear();

    @Message("{number}")
    String year(int number);

    @Message("Nothing is due")
    String nothingDue();

    @Message("Each delivery")
    String eachDelivery();

    @Message("More")
    String moreItems();

    @Message(
            "What may go when, by the rules of today. Nothing goes before one person proposes it and another approves.")
    String calendarLead();

    @Message("Count what is due, and propose to delete it?")
    String proposeSure();

    @Message("Propose deletion")
    String propose();

    @Message("What falls due")
    String whatFallsDue();

    @Message("There is so much that the numbers are estimated from a part. A proposal counts exactly.")
    String estimated();

    @Message("Falls due")
    String fallsDue();

    @Message("due now")
    String dueNow();

    @Message("{#if years == 1}1 year{#else}{years} years{/if} after its year")
    String keptYears(int years);

    @Message(
            "{#switch code}{#case 'book'}Books{#case 'voucher'}Vouchers{#case 'letter'}Letters{#case 'advertising'}Advertising{#case 'notice'}Notices{#else}{code}{/switch}")
    String documents(String code);

    @Message("Nothing is kept yet")
    String nothingKept();

    @Message("Proposals")
    String proposals();

    @Message("Decided by")
    String decidedBy();

    @Message("Nothing was proposed yet")
    String noProposals();

    @Message("Once a month a proposal is made by itself.")
    String noProposalsHint();
}
