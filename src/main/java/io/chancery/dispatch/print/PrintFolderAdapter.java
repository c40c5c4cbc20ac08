package io.chancery.dispatch.print;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.work.DataDirectory;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition.Document;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Puts each letter into a folder: the PDF first, then the manifest that says what it is. Who fetches letters looks for
 * manifests; a PDF without one is not finished. The reference is the delivery's id, which is also the file's name.
 */
@ApplicationScoped
class PrintFolderAdapter implements ChannelAdapter, Provider {

    private final PrintFolder folder;
    private final ProviderProfile profile;
    private final ProviderEndpoint endpoint;
    private final boolean replaced;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    PrintFolderAdapter(PrintConfig config, PrintRunSettings run, DataDirectory data, ObjectMapper json, Clock clock) {
        this(config, PrintFolder.place(config, data), run.active(), json, clock);
    }

    /** @param replaced whether letters are collected into print runs instead */
    PrintFolderAdapter(PrintConfig config, Path folder, boolean replaced, ObjectMapper json, Clock clock) {
        this.folder = new PrintFolder(folder);
        this.profile = new ProviderProfile("folder", config.concurrency(), 1, OptionalDouble.empty());
        this.endpoint = new ProviderEndpoint(
                Channel.PRINT, folder.toString(), config.folder().isEmpty());
        this.replaced = replaced;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.PRINT;
    }

    @Override
    public List<Provider> providers() {
        return replaced ? List.of() : List.of(this);
    }

    @Override
    public ProviderProfile profile() {
        return profile;
    }

    @Override
    public ProviderEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (!(handover.rendition() instanceof Document document)) {
            return new Permanent(
                    "not-a-document",
                    "only PDF can be printed, not " + handover.rendition().mediaType());
        }
        var id = handover.deliveryId();
        try (var pdf = folder.write(id, ".pdf", document.content());
                var manifest = folder.write(id, ".json", manifest(handover, document))) {
            pdf.publish();
            handover.pointOfNoReturn();
            manifest.publish();
        } catch (IOException e) {
            return failure(e);
        }
        try {
            folder.force(id);
        } catch (IOException e) {
            // It lies there, and whoever fetches it may have it already.
            return new Uncertain(e.getClass().getSimpleName());
        }
        return new Accepted(id.toString());
    }

    private byte[] manifest(Handover handover, Document document) throws IOException {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("delivery", handover.deliveryId());
        manifest.put("attempt", handover.attempt());
        manifest.put("repeat", handover.repeat());
        manifest.put("file", handover.deliveryId() + ".pdf");
        manifest.put("title", envelope(document, "fileName"));
        manifest.put("pages", number(document, "pages"));
        manifest.put("sheets", number(document, "sheets"));
        manifest.put("sides", envelope(document, "sides"));
        manifest.put("country", envelope(document, "country"));
        manifest.put("form", envelope(document, "form"));
        manifest.put("bytes", document.content().length);
        manifest.put("sha256", Sha256.of(document.content()));
        manifest.put("handedOverAt", clock.instant().toString());
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    }

    private static String envelope(Document document, String name) {
        return document.envelope().getOrDefault(name, "");
    }

    private static int number(Document document, String name) {
        var text = envelope(document, name);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** A disk that is full or not there can be put right by an operator, so it is always worth another attempt. */
    static Temporary failure(IOException e) {
        var reason = e instanceof FileSystemException file ? Objects.requireNonNullElse(file.getReason(), "") : "";
        var said = (reason + " " + Objects.requireNonNullElse(e.getMessage(), "")).toLowerCase(Locale.ROOT);
        if (said.contains("no space") || said.contains("quota")) {
            return new Temporary("disk-full", "the print folder is full");
        }
        if (e instanceof AccessDeniedException || said.contains("read-only")) {
            return new Temporary("not-writable", "the print folder cannot be written");
        }
        return new Temporary("io", e.getClass().getSimpleName() + " " + reason);
    }
}
