package io.chancery.web.compliance.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of more than one page of the compliance desk. German in {@code messages/compliance_de.properties}. */
@MessageBundle(value = "compliance", locale = "en")
public interface ComplianceWords {

    @Message("Archive")
    String archive();

    @Message("Search")
    String query();

    @Message("Search")
    String search();

    @Message("Customer")
    String customer();

    @Message("Template")
    String template();

    @Message("Channel")
    String channel();

    @Message("any")
    String any();

    @Message("Status")
    String status();

    @Message("From")
    String from();

    @Message("Until")
    String to();

    @Message("Accepted")
    String accepted();

    @Message("version {number}")
    String version(int number);

    @Message("Kept until")
    String keptUntil();

    @Message("Rule")
    String rule();

    @Message("Delivery")
    String deliveryId();

    @Message("This was not done: please see what is marked.")
    String notDone();

    @Message("Reason")
    String reason();

    @Message("Message")
    String ofMessage();

    @Message("Message id")
    String messageId();

    @Message("Deliveries")
    String deliveries();
}
