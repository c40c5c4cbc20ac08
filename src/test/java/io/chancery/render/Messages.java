package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.template.Brand;
import io.chancery.template.ChannelPlan;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateSettings.PricedLines;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.Ucid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds messages for tests, ready to be rendered. */
public final class Messages {

    public static final UUID DELIVERY = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static long versions;

    private final Map<String, String> messages = new LinkedHashMap<>();
    private final Map<String, String> blocks = new LinkedHashMap<>();
    private final Map<String, String> layouts = new LinkedHashMap<>();
    private final Map<String, byte[]> assets = new LinkedHashMap<>();
    private Map<String, Object> brand = Map.of("name", "Lindenwerk", "sender", Map.of("country", "DE"));
    private JsonNode schema = json("{}");
    private JsonNode data = json("{}");
    private PersonName name = new PersonName("Frau", "Dr.", "Anna", "Müller");
    private @Nullable PostalAddress address = new PostalAddress("Lindenstraße 5", "10969", "Berlin", "DE");
    private @Nullable PricedLines totals;
    private TemplateSettings.Extras extras = TemplateSettings.Extras.NONE;
    private String language = "de";
    private MessageClass messageClass = MessageClass.TRANSACTIONAL;
    private @Nullable UUID brandId;
    private Purpose purpose = Purpose.REQUEST_PAYMENT;
    private ChannelPlan.Limits limits = ChannelPlan.Limits.GENERAL;
    private Map<String, ChannelPlan.CopyRole> copies = Map.of();
    private @Nullable PersonName original;
    private boolean advertised;

    private Messages() {}

    /** A German message with nothing but this text. */
    public static Messages aMessage(String source) {
        return new Messages().in("de", source);
    }

    public Messages in(String language, String source) {
        this.language = language;
        messages.put(language, source);
        return this;
    }

    public Messages block(String name, String source) {
        blocks.put(name, source);
        return this;
    }

    public Messages layout(String file, String source) {
        layouts.put(file, source);
        return this;
    }

    public Messages asset(String path, byte[] content) {
        assets.put(path, content);
        return this;
    }

    public Messages brand(Map<String, Object> settings) {
        this.brand = settings;
        return this;
    }

    /** Of the same version of a brand as others, whose fonts and drawings are then read once. */
    public Messages brandId(UUID id) {
        this.brandId = id;
        return this;
    }

    public Messages schema(String schema) {
        this.schema = json(schema);
        return this;
    }

    public Messages data(String data) {
        this.data = json(data);
        return this;
    }

    public Messages data(JsonNode data) {
        this.data = data;
        return this;
    }

    public Messages totals(PricedLines totals) {
        this.totals = totals;
        return this;
    }

    public Messages letter(TemplateSettings.Letter letter) {
        this.extras = new TemplateSettings.Extras(letter, extras.calendar());
        return this;
    }

    public Messages calendar(TemplateSettings.CalendarEntry entry) {
        this.extras = new TemplateSettings.Extras(extras.letter(), entry);
        return this;
    }

    public Messages marketing() {
        this.messageClass = MessageClass.MARKETING;
        return this;
    }

    public Messages attachment(String fileName) {
        return letter(new TemplateSettings.Letter(Map.of(language, fileName), Map.of(), List.of(), ""));
    }

    public Messages limits(ChannelPlan.Limits limits) {
        this.limits = limits;
        return this;
    }

    /** Who else may get it. */
    public Messages copies(Map<String, ChannelPlan.CopyRole> copies) {
        this.copies = copies;
        return this;
    }

    /** As a copy of what goes to somebody else, in the first role. */
    public Messages copyOf(PersonName original) {
        this.original = original;
        return this;
    }

    /** With the purpose that may read the most. */
    public Messages informing() {
        this.purpose = Purpose.INFORM;
        return this;
    }

    /** To somebody whom advertising may reach. */
    public Messages advertised() {
        this.advertised = true;
        return this;
    }

    public Messages to(PersonName name) {
        this.name = name;
        return this;
    }

    public Messages at(@Nullable PostalAddress address) {
        this.address = address;
        return this;
    }

    public RenderRequest request() {
        var settings = new TemplateSettings(
                Map.of("de", "Rechnung", "en", "Invoice"),
                messageClass,
                purpose,
                List.copyOf(messages.keySet()),
                new ChannelPlan(
                        ChannelPlan.Mode.FIRST_SUCCESS,
                        List.of(Channel.EMAIL, Channel.PRINT),
                        ChannelPlan.OnUncertain.RESEND_FLAGGED,
                        ChannelPlan.Fallback.NEXT_CHANNEL,
                        Map.of(),
                        new ChannelPlan.Screen(null, false),
                        limits,
                        copies),
                totals,
                extras,
                "invoice");
        var look =
                new Brand(brandId == null ? new UUID(0, ++versions) : brandId, "lindenwerk", 1, brand, layouts, assets);
        var version =
                new TemplateVersion(new UUID(1, ++versions), "invoice", 1, settings, schema, messages, blocks, look);
        return new RenderRequest(
                DELIVERY,
                version,
                new Reader(recipient(name), language, advertised, copy(version)),
                data,
                "R-2026-000001",
                LocalDate.of(2026, 11, 22),
                null);
    }

    private RenderRequest.@Nullable Copy copy(TemplateVersion version) {
        return original == null
                ? null
                : RenderRequest.Copy.of(version, copies.keySet().iterator().next(), language, recipient(original));
    }

    private Recipient recipient(PersonName called) {
        return new Recipient(
                Ucid.ofNumber(42),
                7,
                called,
                null,
                language,
                null,
                new Recipient.ContactPoints(address, "anna.mueller@example.org", "+491510000000", null));
    }

    /** Composes for one channel, by the engine that knows print, email and sms. */
    public Composition composed(Channel channel) {
        return composed(channel, request());
    }

    /** The same of any request. */
    public static Composition composed(Channel channel, RenderRequest request) {
        var engine = new AuthorTemplateEngine(List.of(Channel.PRINT, Channel.EMAIL, Channel.SMS));
        return new Composition(channel, request, engine.parsed(request.template()), (other, same) -> {
            throw new RenderException("only one channel here");
        });
    }

    public String body(Channel channel) {
        return composed(channel).body();
    }

    public String body() {
        return body(Channel.PRINT);
    }

    /** Renders by the given renderers, as the application does. */
    public Rendition rendered(ChannelRenderer renderer) {
        return RendererAccess.of(renderer).render(renderer.channel(), request());
    }

    /** Renders any request by the given renderers. */
    public static Rendition rendered(RenderRequest request, Channel channel, List<ChannelRenderer> renderers) {
        return new Renderer(renderers).render(channel, request);
    }

    public static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** A file among the test resources. */
    public static byte[] resource(String path) {
        try (var in = Messages.class.getResourceAsStream(path)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
