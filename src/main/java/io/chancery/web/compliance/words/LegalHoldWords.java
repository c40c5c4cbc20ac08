package io.chancery.web.compliance.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of legal holds. German in {@code messages/legalHold_de.properties}. */
@MessageBundle(value = "legalHold", locale = "en")
public interface LegalHoldWords {

    @Message("Legal holds")
    String legalHolds();

    @Message("What is on hold does not expire, however old it is.")
    String legalHoldsLead();

    @Message("in force")
    String inForce();

    @Message("What is held")
    String heldWhat();

    @Message("Since")
    String since();

    @Message("Customer")
    String ofCustomer();

    @Message("Search")
    String ofQuery();

    @Message("released")
    String released();

    @Message("being placed")
    String beingPlaced();

    @Message("There is no legal hold")
    String noHolds();

    @Message("Place one when a lawsuit or an inquiry demands that something is kept.")
    String noHoldsHint();

    @Message("Place a hold")
    String placeHold();

    @Message("By customer, by message or by a search: give one of the three.")
    String placeHoldHint();

    @Message("Customer (UCID)")
    String customerUcid();

    @Message("Also on all that they will get")
    String holdCustomerHint();

    @Message("What it finds now, as in the archive")
    String holdQueryHint();

    @Message("Such as the number of the case. It is kept.")
    String holdReasonHint();

    @Message("Legal hold")
    String legalHold();

    @Message("The hold is in force: from now on nothing of it expires.")
    String holdPlaced();

    @Message("The hold is released.")
    String holdReleased();

    @Message("It is still being placed: until all is found, nothing that it may still find expires.")
    String beingPlacedLead();

    @Message("Placed by")
    String placedBy();

    @Message("Released by")
    String releasedBy();

    @Message("Released at")
    String releasedAt();

    @Message("Why it was released")
    String releaseReason();

    @Message("Release this hold?")
    String releaseSure();

    @Message("Release the hold")
    String releaseHold();

    @Message("What is held then expires when its time has come, unless another hold is on it.")
    String releaseHint();
}
