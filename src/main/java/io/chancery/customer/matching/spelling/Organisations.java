package io.chancery.customer.matching.spelling;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of organisations without what says only in which legal form they are. */
public final class Organisations {

    private static final Set<String> CERTAIN = Set.of(
            "gmbh",
            "mbh",
            "kgaa",
            "ohg",
            "gbr",
            "sarl",
            "ltd",
            "inc",
            "llc",
            "plc",
            "corp",
            "corporation",
            "limited",
            "gesmbh",
            "stiftung",
            "genossenschaft",
            "gesellschaft",
            "incorporated",
            "llp",
            "ev");

    private static final Set<String> FORMS = Set.of(
            "ag",
            "kg",
            "se",
            "sa",
            "ug",
            "eg",
            "co",
            "company",
            "pte",
            "pvt",
            "bv",
            "nv",
            "the",
            "und",
            "and",
            "mit",
            "beschrankter",
            "haftung",
            "der",
            "die",
            "das",
            "of");

    /** Words that tell the firms of one group apart, which share the rest of the name, and often the address. */
    private static final Set<String> OF_A_GROUP = Set.of(
            "beteiligung",
            "beteiligungs",
            "beteiligungen",
            "besitz",
            "holding",
            "group",
            "gruppe",
            "immobilien",
            "logistik",
            "management",
            "service",
            "services",
            "stiftung",
            "vermogensverwaltung",
            "vermogensverwaltungs",
            "vertrieb",
            "vertriebs",
            "verwaltung",
            "verwaltungs");

    private Organisations() {}

    /** Whether the one name has only words of the other, and two at least, and what it lacks tells no two firms apart. */
    public static boolean isShortForm(String a, String b) {
        var first = Set.of(distinct(a));
        var second = Set.of(distinct(b));
        var shorter = first.size() <= second.size() ? first : second;
        var longer = first.size() <= second.size() ? second : first;
        return shorter.size() > 1
                && longer.containsAll(shorter)
                && longer.stream().noneMatch(word -> !shorter.contains(word) && OF_A_GROUP.contains(word));
    }

    private static String[] distinct(String name) {
        return Arrays.stream(name.split(" ")).distinct().toArray(String[]::new);
    }

    /** Whether the name can only be one of an organisation. */
    public static boolean isOne(String folded) {
        return Arrays.stream(folded.split(" ")).anyMatch(CERTAIN::contains);
    }

    /** The words that tell the organisation from others; all of them if there are no others. */
    public static String core(String folded) {
        var core = Arrays.stream(folded.split(" "))
                .filter(word -> !CERTAIN.contains(word) && !FORMS.contains(word))
                .collect(Collectors.joining(" "));
        return core.isEmpty() ? folded : core;
    }
}
