package io.chancery.template.source;

/** Checks that what a template says in one of its languages it says in all of them. */
final class LanguageCheck {

    private static final String ENCLOSURES = "/letter/enclosures";

    private final YamlFile yaml;
    private final String language;

    private LanguageCheck(YamlFile yaml, String language) {
        this.yaml = yaml;
        this.language = language;
    }

    static void check(YamlFile yaml) {
        yaml.root().path("languages").forEach(language -> new LanguageCheck(yaml, language.asText()).check());
    }

    private void check() {
        check("/title");
        check("/attachment");
        check("/letter/notes");
        check("/calendar/summary");
        check("/calendar/location");
        check("/calendar/description");
        for (int i = 0; i < yaml.root().at(ENCLOSURES).size(); i++) {
            check(ENCLOSURES + "/" + i + "/title");
            check(ENCLOSURES + "/" + i + "/file");
        }
        yaml.root().path("copies").fieldNames().forEachRemaining(role -> check("/copies/" + role + "/title"));
    }

    private void check(String pointer) {
        var texts = yaml.root().at(pointer);
        if (texts.isObject() && !texts.has(language)) {
            yaml.fault(pointer + "/" + language, "is missing");
        }
    }
}
