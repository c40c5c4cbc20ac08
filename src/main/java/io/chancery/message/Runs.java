package io.chancery.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Many messages from one file: asked for, filled, checked, sent and looked after. What is wrong with a call is a
 * {@link io.chancery.platform.ProblemException}; a run that a client may not see is one that is not there.
 */
public interface Runs {

    /** What is done with a run as a whole. What is so already stays so, and is no error. */
    enum Act {
        CHECK,
        START,
        PAUSE,
        RESUME,
        CANCEL,
        RETRY
    }

    /**
     * How a file is to be read.
     *
     * @param firstLine the number of its first line, so that one file may follow another
     * @param delimiter of CSV; null if the file is JSON
     */
    record FileForm(long firstLine, @Nullable Character delimiter, Charset charset) {

        private static final String DELIMITERS = ",;|\t";

        /** Whether fields may be parted by it. */
        public static boolean isDelimiter(char character) {
            return DELIMITERS.indexOf(character) >= 0;
        }
    }

    /**
     * What became of the lines of an upload; each is counted once.
     *
     * @param lastLine the number of the last one that was read; 0 if there was none
     * @param added that could be read, and were not there
     * @param corrected that took the place of refused ones
     * @param repeated that were there already
     * @param changed that were there with other content, which stays
     * @param refused that could not be read, and were not there
     */
    @Schema(name = "UploadCounts")
    record Uploaded(long lastLine, long added, long corrected, long repeated, long changed, long refused) {}

    /**
     * One thing that is wrong with a line.
     *
     * @param pointer JSON pointer into what {@code POST /messages} would take
     * @param detail what is wrong, in words, without repeating personal data
     */
    @Schema(name = "RunFault")
    record LineFault(long line, String code, String pointer, String detail) {}

    /**
     * A page of faults, in the order of the lines.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RunFaultPage")
    record FaultPage(List<LineFault> items, @Nullable String next) {}

    /** @param order as {@code POST /runs} takes it */
    RunView create(UUID clientId, JsonNode order);

    /** @param clientId the client that may see no run but its own, if there is such a limit */
    RunView get(UUID id, Optional<UUID> clientId);

    /**
     * Newest first.
     *
     * @param status null for all
     * @param before the last of the page before; null for the newest
     */
    List<RunView> list(Optional<UUID> clientId, @Nullable RunStatus status, @Nullable UUID before, int limit);

    /** @param how of {@link Act#START}: {@code at} and {@code onFaults}; an empty object else */
    RunView act(UUID id, Optional<UUID> clientId, Act act, JsonNode how);

    /** Takes lines as they come. Those that came before are there once, however often they are sent. */
    Uploaded upload(UUID id, Optional<UUID> clientId, FileForm form, InputStream content);

    /** @param after {@link FaultPage#next} of the page before; {@code 0-0} for the first */
    FaultPage faults(UUID id, Optional<UUID> clientId, String after, int limit);

    /** A line whose message has failed, with the reasons. */
    record Failure(long line, MessageView message) {}

    /**
     * The first lines whose messages have failed.
     *
     * @param language of the reasons, ISO 639-1
     */
    List<Failure> failures(UUID id, Optional<UUID> clientId, String language, int limit);

    /** Writes what has become of every line so far, as CSV or as NDJSON. */
    void writeResults(UUID id, boolean csv, OutputStream output) throws IOException;

    /** Writes what is wrong with which line, as CSV. */
    void writeFaults(UUID id, OutputStream output) throws IOException;
}
