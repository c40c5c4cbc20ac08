package io.chancery.web.administration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the administration. German in {@code messages/administration_de.properties}. */
@MessageBundle(value = "administration", locale = "en")
public interface AdministrationWords {

    @Message("This was not done: please see what is marked.")
    String notDone();

    @Message("API clients")
    String clients();

    @Message("Each system and each program has a key of its own, and no more roles than it needs.")
    String clientsLead();

    @Message("The key is revoked; within 30 seconds nobody takes it any more.")
    String revokedNotice();

    @Message("Key of {name}")
    String madeClient(String name);

    @Message("Copy it now: it is shown once and kept nowhere.")
    String keyOnce();

    @Message("Name")
    String name();

    @Message("Letters, digits, blanks and . _ @ -")
    String nameHint();

    @Message("Roles")
    String roles();

    @Message("Kind")
    String kind();

    @Message("live")
    String live();

    @Message("test")
    String test();

    @Message("test: nothing leaves the house")
    String testHint();

    @Message("Created")
    String created();

    @Message("Key")
    String key();

    @Message("revoked")
    String revoked();

    @Message("Revoke")
    String revoke();

    @Message("Revoke this key? Whoever uses it can call no more.")
    String revokeSure();

    @Message("Create a key")
    String createClient();

    @Message("Webhooks")
    String webhooks();

    @Message("Webhook")
    String webhook();

    @Message("Systems that are told of what becomes of messages, signed as Standard Webhooks say.")
    String webhooksLead();

    @Message("Address (URL)")
    String url();

    @Message("https, and reachable from here")
    String urlHint();

    @Message("Description")
    String description();

    @Message("Events")
    String events();

    @Message("Client")
    String client();

    @Message("State")
    String state();

    @Message("failing")
    String failing();

    @Message("enabled")
    String enabled();

    @Message("disabled")
    String disabled();

    @Message("There is no webhook")
    String noWebhooks();

    @Message("Create one, and a system is told at once instead of asking.")
    String noWebhooksHint();

    @Message("Create a webhook")
    String createWebhook();

    @Message("The secret")
    String secret();

    @Message("Copy it now: it is shown once. The receiver checks signatures with it.")
    String secretOnce();

    @Message("A test is on its way; see below what came of it.")
    String testedNotice();

    @Message("Changed.")
    String changedNotice();

    @Message("It is told once more.")
    String replayedNotice();

    @Message("Failing since")
    String failingSince();

    @Message("Why it is disabled")
    String disabledReason();

    @Message("Old secret signs until")
    String oldSecretUntil();

    @Message("Send a test")
    String sendTest();

    @Message("Disable")
    String disable();

    @Message("Enable")
    String enable();

    @Message("New secret")
    String rotate();

    @Message("Make a new secret? The old one signs for one more day.")
    String rotateSure();

    @Message("Delete")
    String deleteWebhook();

    @Message("Delete this webhook, and forget what waits?")
    String deleteSure();

    @Message("What it was told")
    String log();

    @Message("waiting")
    String waiting();

    @Message("delivered")
    String delivered();

    @Message("failed")
    String failed();

    @Message("Event")
    String event();

    @Message("When")
    String at();

    @Message("Attempts")
    String attempts();

    @Message("Tell again")
    String replay();

    @Message("Nothing in the last 30 days")
    String nothingTold();
}
