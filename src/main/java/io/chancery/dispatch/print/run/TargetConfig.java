package io.chancery.dispatch.print.run;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Who prints the batches of print runs. */
interface TargetConfig {

    /** How batches come to the printer. */
    enum Target {
        /** A folder that somebody empties. */
        FOLDER,
        /** A print provider's server. */
        SFTP,
        /** An office printer. */
        IPP
    }

    /** {@code folder}, {@code sftp} or {@code ipp}. */
    @WithDefault("folder")
    Target target();

    Folder folder();

    Sftp sftp();

    Ipp ipp();

    /** A folder on this machine, or one that is mounted. */
    interface Folder {

        /** For batches; {@code print-run/outgoing} in the data directory unless set. */
        Optional<Path> outgoing();

        /** For response files, of {@code ipp} as well; {@code print-run/incoming} in the data directory unless set. */
        Optional<Path> incoming();
    }

    /** A print provider's server. */
    interface Sftp {

        Optional<String> host();

        @WithDefault("22")
        int port();

        Optional<String> user();

        /** Unless there is a key. */
        Optional<String> password();

        /** A file with a private key, without a passphrase. */
        Optional<Path> key();

        /** Fingerprints of the server, as {@code ssh-keygen -l} writes them: {@code SHA256:…}. */
        Optional<Set<String>> hostKeys();

        /** The folder for batches, on the server. */
        @WithDefault("outgoing")
        String outgoing();

        /** The folder with response files, on the server. */
        @WithDefault("incoming")
        String incoming();
    }

    /** An office printer. */
    interface Ipp {

        /** Such as {@code ipps://printer.example.org/ipp/print}. */
        Optional<URI> printer();
    }
}
