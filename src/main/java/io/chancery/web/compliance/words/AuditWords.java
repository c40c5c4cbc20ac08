package io.chancery.web.compliance.words;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the audit log. German in {@code messages/audit_de.properties}. */
@MessageBundle(value = "audit", locale = "en")
public interface AuditWords {

    @Message
    String action(AuditAction action);

    @Message
    String subject(SubjectKind kind);

    @Message("Audit log")
    String audit();

    @Message("Who did what, when and from where. Each entry is sealed like the archive itself.")
    String auditLead();

    @Message("Download as CSV")
    String downloadCsv();

    @Message("Who")
    String who();

    @Message("Did")
    String did();

    @Message("To what")
    String towhat();

    @Message("Which (id)")
    String which();

    @Message("When")
    String at();

    @Message("altered")
    String altered();

    @Message("No such entries")
    String noEntries();

    @Message("Leave something out, or widen the period.")
    String noEntriesHint();
}
