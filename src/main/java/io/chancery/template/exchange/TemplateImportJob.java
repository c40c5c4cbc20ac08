package io.chancery.template.exchange;

import io.chancery.template.ImportReport;
import io.chancery.template.Templates;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import org.jboss.logging.Logger;

/** Imports the configured folder when Chancery starts. */
@ApplicationScoped
class TemplateImportJob {

    /** Before whatever sends messages at start. */
    private static final int EARLY = 100;

    private static final Logger LOG = Logger.getLogger(TemplateImportJob.class);

    private final Templates templates;
    private final TemplateConfig config;

    TemplateImportJob(Templates templates, TemplateConfig config) {
        this.templates = templates;
        this.config = config;
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent event) {
        if (Files.isDirectory(config.directory())) {
            report(templates.importQuickly(config.directory()));
        } else {
            LOG.infof("No templates imported: there is no folder %s", config.directory());
        }
    }

    /** What is live stays live when the folder has faults. */
    ImportReport run() {
        return templates.importFrom(config.directory());
    }

    private static void report(ImportReport report) {
        report.faults().forEach(fault -> LOG.warnf("Templates not imported: %s", fault));
        report.entries().stream()
                .filter(ImportReport.Entry::changed)
                .forEach(entry -> LOG.infof("Imported %s %s, version %d", entry.kind(), entry.key(), entry.version()));
    }
}
