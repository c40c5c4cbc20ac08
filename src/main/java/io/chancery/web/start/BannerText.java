package io.chancery.web.start;

import io.chancery.dispatch.ProviderEndpoint;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the banner. */
final class BannerText {

    private static final Map<String, String> CHANNELS = Map.of("print", "Letters", "email", "E-mail", "sms", "SMS");
    private static final String RULE = "  " + "-".repeat(90) + "\n";

    private final String version;
    private final Map<String, String> lines = new LinkedHashMap<>();

    BannerText(String version) {
        this.version = version;
    }

    /** Where the pages and the API are. */
    BannerText pages(String host, int port) {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        lines.put("Pages, API", "http://" + (everywhere ? "localhost" : host) + ":" + port + "/");
        return this;
    }

    /**
     * Where the data are.
     *
     * @param url of JDBC; its parameters, which may hold a password, are left out
     * @param folder of the embedded server, if it is one
     */
    BannerText database(String url, Optional<String> folder) {
        int parameters = url.indexOf('?');
        var plain = parameters < 0 ? url : url.substring(0, parameters);
        lines.put(
                "PostgreSQL",
                folder.map(path -> plain + ", embedded in " + path).orElse(plain));
        return this;
    }

    /**
     * How another node or a person gets into a database of our own.
     *
     * @param file with the passwords, if it is one
     */
    BannerText passwords(Optional<String> file) {
        file.ifPresent(path -> lines.put("Passwords", path + " (chancery_app; chancery_owner for migrations)"));
        return this;
    }

    /** Where the messages go. */
    BannerText providers(List<ProviderEndpoint> endpoints) {
        endpoints.stream()
                .sorted(Comparator.comparing(endpoint -> endpoint.channel().name()))
                .forEach(endpoint -> lines.put(
                        CHANNELS.getOrDefault(
                                endpoint.channel().name(), endpoint.channel().name()),
                        endpoint.address() + (endpoint.standIn() ? " (stand-in)" : "")));
        return this;
    }

    /** All of it, with the first people and the first key if they are new. */
    String text(Optional<FirstAccounts.Accounts> people, Optional<String> key) {
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        var places = lines.entrySet().stream()
                .map(line -> "  " + pad(line.getKey(), width) + "   " + line.getValue())
                .collect(Collectors.joining("\n"));
        return "\n  Chancery " + version + "\n\n" + places + "\n"
                + people.map(BannerText::shownOnce).orElse("")
                + key.map(BannerText::shownOnce).orElse("") + "\n";
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    private static String shownOnce(FirstAccounts.Accounts people) {
        return "\n" + RULE
                + "  Sign in to the pages as " + String.join(", ", people.names())
                + ".\n  The password is shown only once; keep it:\n\n"
                + "      " + people.password() + "\n"
                + RULE;
    }

    private static String shownOnce(String key) {
        return "\n" + RULE
                + "  Your API key, for programs. It is shown only once; keep it:\n\n"
                + "      " + key + "\n"
                + RULE;
    }
}
