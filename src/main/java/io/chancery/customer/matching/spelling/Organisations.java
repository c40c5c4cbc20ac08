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

    private Organisations() {}

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
