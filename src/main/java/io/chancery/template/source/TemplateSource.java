package io.chancery.template.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.template.ChannelPlan;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateSettings.PricedLines;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of one template.
 *
 * @param brand key of the brand it belongs to
 * @param initiation {@code reactive} or {@code proactive}
 * @param schema JSON Schema of the data of a request
 * @param blocks names of the blocks it includes; empty when it was restored
 */
public record TemplateSource(
        String key,
        String brand,
        String initiation,
        TemplateSettings settings,
        JsonNode schema,
        Set<String> blocks,
        SourceFiles files) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIXTURES = "fixtures";
    private static final String BLOCKS = "blocks";

    static final String SETTINGS = "template.yaml";

    /** What can stand in for a part that is missing or wrong while the others are judged; its purpose may read everything. */
    static ObjectNode standIn() {
        var settings = JsonNodeFactory.instance.objectNode();
        settings.put("class", MessageClass.TRANSACTIONAL.code()).put("purpose", Purpose.INFORM.code());
        settings.putObject("plan").put("mode", "first-success").put("onUncertain", "hold");
        return settings;
    }

    /** Restores a template from files that were checked before. */
    public static TemplateSource of(String key, SourceFiles files) {
        var yaml = YamlFile.parse(SETTINGS, files.text(SETTINGS), new Faults()).orElseThrow();
        return of(key, yaml.root(), Set.of(), files);
    }

    static TemplateSource of(String key, JsonNode yaml, Set<String> blocks, SourceFiles files) {
        return new TemplateSource(
                key,
                yaml.path("brand").asText(),
                yaml.path("initiation").asText(),
                settings(yaml),
                yaml.path("schema"),
                blocks,
                files);
    }

    private static TemplateSettings settings(JsonNode yaml) {
        var messageClass = MessageClass.of(yaml.path("class").asText());
        return new TemplateSettings(
                texts(yaml.path("title")),
                messageClass,
                Purpose.of(yaml.path("purpose").asText()),
                list(yaml.path("languages"), Function.identity()),
                plan(yaml.path("plan"), yaml.path("copies")),
                totals(yaml.get("totals"), yaml.get("invoice")),
                new TemplateSettings.Extras(LetterSource.read(yaml), CalendarSource.read(yaml.get("calendar"))),
                yaml.path("retention").asText(TemplateSettings.retention(messageClass)));
    }

    private static ChannelPlan plan(JsonNode plan, JsonNode copies) {
        return new ChannelPlan(
                constant(ChannelPlan.Mode.values(), plan.path("mode")),
                list(plan.path("channels"), Channel::new),
                constant(ChannelPlan.OnUncertain.values(), plan.path("onUncertain")),
                plan.has("fallback")
                        ? constant(ChannelPlan.Fallback.values(), plan.path("fallback"))
                        : ChannelPlan.Fallback.NEXT_CHANNEL,
                fallbackAfter(plan.path("fallbackAfter")),
                screen(plan.path("screen")),
                limits(plan.path("limits")),
                copies(copies));
    }

    private static Map<Channel, Duration> fallbackAfter(JsonNode byChannel) {
        return byChannel.properties().stream()
                .collect(Collectors.toUnmodifiableMap(
                        time -> new Channel(time.getKey()),
                        time -> Duration.parse(time.getValue().asText())));
    }

    private static Map<String, ChannelPlan.CopyRole> copies(JsonNode byRole) {
        var copies = new LinkedHashMap<String, ChannelPlan.CopyRole>();
        byRole.properties().forEach(role -> copies.put(role.getKey(), copyRole(role.getValue())));
        return Collections.unmodifiableMap(copies);
    }

    private static ChannelPlan.CopyRole copyRole(JsonNode role) {
        return new ChannelPlan.CopyRole(
                texts(role.path("title")),
                list(role.path("channels"), Channel::new),
                role.path("enclosures").asBoolean(true));
    }

    private static ChannelPlan.Screen screen(JsonNode screen) {
        return new ChannelPlan.Screen(number(screen, "days"), screen.path("pdf").asBoolean());
    }

    private static ChannelPlan.Limits limits(JsonNode limits) {
        return new ChannelPlan.Limits(number(limits, "pages"), number(limits, "segments"), number(limits, "kilobytes"));
    }

    private static @Nullable Integer number(JsonNode settings, String name) {
        return settings.has(name) ? settings.path(name).asInt() : null;
    }

    private static @Nullable PricedLines totals(@Nullable JsonNode totals, @Nullable JsonNode invoice) {
        return totals == null
                ? null
                : new PricedLines(
                        totals.path("items").asText(),
                        totals.path("quantity").asText(),
                        totals.path("price").asText(),
                        totals.path("vat").asText(),
                        invoice == null ? null : invoice(totals, invoice));
    }

    private static PricedLines.Invoice invoice(JsonNode totals, JsonNode invoice) {
        var paths = new HashMap<>(texts(totals));
        paths.putAll(texts(invoice));
        paths.keySet().removeAll(Set.of("items", "type"));
        return new PricedLines.Invoice(constant(PricedLines.Type.values(), invoice.path("type")), Map.copyOf(paths));
    }

    private static <E extends Enum<E>> E constant(E[] constants, JsonNode code) {
        var name = code.asText().replace('-', '_');
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> texts(JsonNode byLanguage) {
        var texts = new LinkedHashMap<String, String>();
        byLanguage
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return Collections.unmodifiableMap(texts);
    }

    static <T> List<T> list(JsonNode array, Function<String, T> entry) {
        var list = new ArrayList<T>();
        array.forEach(node -> list.add(entry.apply(node.asText())));
        return List.copyOf(list);
    }

    /** The sources of the message that can be read, by language. */
    public Map<String, String> messages() {
        return settings.languages().stream()
                .filter(language -> files.isText(file(language)))
                .collect(Collectors.toUnmodifiableMap(language -> language, language -> files.text(file(language))));
    }

    /** The sources of the blocks that were kept with it, by name. */
    public Map<String, String> blockSources() {
        var kept = files.in(BLOCKS);
        return kept.paths().stream()
                .collect(Collectors.toUnmodifiableMap(path -> path.substring(0, path.indexOf('.')), kept::text));
    }

    /** The named samples that can be read, by name. */
    public SortedMap<String, JsonNode> fixtures() {
        var fixtures = new TreeMap<String, JsonNode>();
        var folder = files.in(FIXTURES);
        folder.paths().stream().filter(folder::isText).forEach(path -> {
            try {
                fixtures.put(path.replace(".json", ""), JSON.readTree(folder.text(path)));
            } catch (JsonProcessingException unreadable) {
                // Told as a fault of the template; there is nothing to show.
            }
        });
        return fixtures;
    }

    /** Where a block is kept among the files of a template that includes it. */
    public static String blockFile(String name) {
        return BLOCKS + "/" + name + ".html";
    }

    /** Whether a file of a template is a block that was kept with it. */
    public static boolean isBlockFile(String path) {
        return path.startsWith(BLOCKS + "/");
    }

    static String fixture(String name) {
        return FIXTURES + "/" + name + ".json";
    }

    static String file(String language) {
        return "message." + language + ".html";
    }
}
