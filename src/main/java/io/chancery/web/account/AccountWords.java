package io.chancery.web.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of accounts; German in {@code messages/account_de.properties}. */
@MessageBundle(value = "account", locale = "en")
public interface AccountWords {

    @Message("Your account")
    String title();

    @Message("Choose a password of your own first. Until then there is nothing else to do here.")
    String mustChange();

    @Message("Change the password")
    String change();

    @Message("Password now")
    String old();

    @Message("New password")
    String chosen();

    @Message("At least 15 characters; a sentence that you can remember is fine. No other rules.")
    String chosenHint();

    @Message("This is not your password.")
    String wrongOld();

    @Message("It needs 15 to 200 characters, and must be another one than before.")
    String badNew();

    @Message("The password has been changed. All other sessions have ended.")
    String changed();

    @Message("You are signed in with an API key or by another system. There is no password to change here.")
    String elsewhere();

    @Message("Sign in with your company account")
    String company();

    @Message("You are signed in")
    String letIn();

    @Message("Go on")
    String goOn();

    @Message("You are not signed in")
    String notLetIn();

    @Message(
            "{#switch problem}{#case 'sign-in-without-role'}Your company account has none of the roles that are known here. Ask whoever looks after your company's accounts for one.{#case 'sign-in-disabled'}Your account here has been disabled. Ask an administrator.{#case 'user-exists'}Your name there belongs to another account here. Ask an administrator.{#case 'sign-in-refused'}Your company's system did not confirm who you are.{#case 'sign-in-unproven'}The answer of your company's system could not be verified. Tell whoever runs Chancery: the log says why.{#case 'sign-in-unreachable'}Your company's system cannot be reached at the moment. Try again in a few minutes.{#case 'sign-in-not-asked-for'}This answer does not belong to a sign-in that began in this browser, or it took too long.{#else}Your company's system did not confirm who you are.{/switch}")
    String whyNot(String problem);

    @Message("Sign in with another account")
    String another();

    @Message("Try again")
    String tryAgain();

    @Message("or with an account of Chancery")
    String otherwise();

    @Message("You are signed out")
    String signedOut();

    @Message(
            "You are signed out of Chancery. One moment: you are being led to your company's system to be signed out there, too.")
    String signedOutHere();

    @Message("Sign out there")
    String signOutThere();

    @Message("Roles")
    String roles();

    @Message("No role yet")
    String noRoles();

    @Message("Users")
    String users();

    @Message(
            "Who may sign in, and what they may do. Their names stand in the audit log, so none is ever given to somebody else.")
    String usersLead();

    @Message("New user")
    String newUser();

    @Message("Name to sign in with")
    String name();

    @Message("Letters, digits and . _ @ -; it never changes.")
    String nameHint();

    @Message("Full name")
    String displayName();

    @Message("E-mail address")
    String email();

    @Message("Optional. Tests of templates that they send to themselves go there.")
    String emailHint();

    @Message("Mobile number")
    String mobile();

    @Message("Optional, with + and country code. Text messages of such tests go there.")
    String mobileHint();

    @Message("Create")
    String create();

    @Message("Save")
    String save();

    @Message("Last signed in")
    String signedIn();

    @Message("never")
    String never();

    @Message("State")
    String state();

    @Message("active")
    String active();

    @Message("disabled")
    String disabled();

    @Message("locked for a while")
    String locked();

    @Message("by another system")
    String vouched();

    @Message("Disable")
    String disable();

    @Message("Enable")
    String enable();

    @Message("New password for {name}")
    String resetTitle(String name);

    @Message("Give a new password")
    String reset();

    @Message("The old one will not work any more. Go on?")
    String resetQuestion();

    @Message("This password is shown once. Pass it on in a safe way; it must be changed at the first sign-in.")
    String shownOnce();

    @Message("There is or was somebody of this name.")
    String exists();

    @Message("Check what is marked.")
    String invalid();

    @Message("Nobody takes away their own account or roles. Ask another administrator.")
    String own();

    @Message("Saved.")
    String saved();

    @Message("This is not valid.")
    String badField();

    @Message(
            "{#switch role}{#case 'system'}Business system: sends messages{#case 'author'}Author: edits templates{#case 'approver'}Approver: approves and publishes templates{#case 'steward'}Data steward: decides on match candidates{#case 'agent'}Agent: sees customers and their messages{#case 'compliance'}Compliance: archive, holds, exports, erasure{#case 'operator'}Operator: runs, held messages, providers{#case 'admin'}Administrator{#else}{role}{/switch}")
    String role(String role);
}
