package io.chancery.dispatch.print.run;

import io.chancery.dispatch.print.cutoff.CutOff;
import io.chancery.dispatch.print.piece.Bundling;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.Tariff;
import io.chancery.dispatch.print.piece.Weight;
import io.chancery.dispatch.print.printer.FolderTarget;
import io.chancery.dispatch.print.printer.IppTarget;
import io.chancery.dispatch.print.printer.PrintTarget;
import io.chancery.dispatch.print.printer.ResponseSource;
import io.chancery.dispatch.print.printer.SftpAccount;
import io.chancery.dispatch.print.printer.SftpTarget;
import io.chancery.dispatch.print.stream.mark.MarkSettings;
import io.chancery.platform.work.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** Makes of settings what print runs work with; what cannot be right stops the start. */
@ApplicationScoped
class PrintRunSetup {

    private static final String PREFIX = "chancery.dispatch.print.run.";

    private final PrintRunConfig config;
    private final DataDirectory data;

    PrintRunSetup(PrintRunConfig config, DataDirectory data) {
        this.config = config;
        this.data = data;
    }

    @Produces
    @Singleton
    PrintRunSettings settings() {
        return new PrintRunSettings(
                config.cutOff().isPresent(),
                new CutOff(
                        config.cutOff().orElse(LocalTime.NOON),
                        config.timeZone(),
                        config.days(),
                        config.holidays().orElse(Set.of())),
                new Bundling(config.mostSheets()),
                tariff(config.tariff()),
                new Paper(config.paper(), config.grammage()),
                new MarkSettings(
                        config.marks().kind(),
                        config.marks().left(),
                        config.marks().top()),
                config.workingDays(),
                config.kept());
    }

    private static Tariff tariff(PrintRunConfig.Tariff configured) {
        var steps = configured
                .steps()
                .map(each -> each.stream()
                        .map(step -> new Tariff.Step(
                                step.postageClass(),
                                step.sheets(),
                                new Weight(step.grams()),
                                new Weight(step.envelopeGrams())))
                        .toList())
                .orElse(Tariff.DEUTSCHE_POST.steps());
        return new Tariff(configured.home(), steps);
    }

    @Produces
    @Singleton
    PrintTarget target() {
        return switch (config.target()) {
            case FOLDER -> folder();
            case SFTP -> sftp();
            case IPP -> new IppTarget(required(config.ipp().printer(), "ipp.printer"));
        };
    }

    /** An office printer has nobody who answers, so that somebody puts the files into a folder. */
    @Produces
    @Singleton
    ResponseSource responses() {
        return config.target() == TargetConfig.Target.SFTP ? sftp() : folder();
    }

    private FolderTarget folder() {
        var own = data.resolve("print-run");
        return new FolderTarget(
                config.folder().outgoing().orElse(own.resolve("outgoing")),
                config.folder().incoming().orElse(own.resolve("incoming")));
    }

    private SftpTarget sftp() {
        var server = config.sftp();
        var login = server.key()
                .<SftpAccount.Login>map(SftpAccount.Key::new)
                .orElseGet(() -> new SftpAccount.Password(required(server.password(), "sftp.password")));
        var account = new SftpAccount(
                required(server.host(), "sftp.host"),
                server.port(),
                required(server.user(), "sftp.user"),
                required(server.hostKeys(), "sftp.host-keys"),
                login);
        return new SftpTarget(account, server.outgoing(), server.incoming());
    }

    private static <T> T required(Optional<T> setting, String name) {
        return setting.orElseThrow(() -> new IllegalStateException("The printer needs the setting " + PREFIX + name));
    }
}
