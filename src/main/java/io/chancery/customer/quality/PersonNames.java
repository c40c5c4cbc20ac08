package io.chancery.customer.quality;

import io.chancery.vocabulary.PersonName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes a whole name apart: «Hofer, Ralf», «Frau Dr. Ida von Bülow», «Müller & Söhne GmbH». */
public final class PersonNames {

    private static final Set<String> PARTICLES = Set.of(
            "von", "vom", "van", "zu", "zum", "zur", "de", "den", "der", "di", "da", "del", "della", "dos", "du", "la",
            "le", "ten", "ter", "el", "al");

    private static final Pattern TITLE = Pattern.compile(
            "d?dr\\.?|univ\\.-prof\\.|prof\\.?|m?mag\\.|dipl\\.-?[a-z]+\\.?|ing\\.|lic\\.|med\\.|dent\\.|vet\\.|rer\\.|nat\\.|phil\\.|jur\\.|iur\\."
                    + "|oec\\.|pol\\.|habil\\.|h\\.?c\\.",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COMPANY = Pattern.compile(
            "(?:^|\\s)(?:(?i:gmbh|mbh|kgaa|ohg|gbr|sàrl|e\\.\\s?[vkg]\\.|ltd\\.?|inc\\.?|stiftung)|AG|KG|SE|SA|S\\.A\\.|UG|eG)(?=\\s|$)"
                    + "|(?i:genossenschaft|gesellschaft)(?=\\s|$)");

    private PersonNames() {}

    /**
     * The parts of a name that was cleaned before. A single word is a given name, or a family name when a salutation or
     * title stands before it; an organisation is one family name.
     */
    public static PersonName parse(String name) {
        if (name.isEmpty()) {
            return PersonName.NONE;
        }
        if (COMPANY.matcher(name).find()) {
            return new PersonName("", "", "", name);
        }
        int comma = name.indexOf(',');
        return comma < 0 ? inSpokenOrder(name) : familyFirst(name.substring(0, comma), name.substring(comma + 1));
    }

    private static PersonName familyFirst(String before, String after) {
        var family = words(before);
        var given = words(after.replace(',', ' '));
        var salutation = salutationOf(family) + salutationOf(given);
        var titles = new ArrayList<String>();
        takeAll(family, titles);
        takeAll(given, titles);
        return new PersonName(salutation, String.join(" ", titles), String.join(" ", given), String.join(" ", family));
    }

    private static PersonName inSpokenOrder(String name) {
        var words = words(name);
        var salutation = salutationOf(words);
        var titles = new ArrayList<String>();
        takeLeading(words, titles);
        var rest = List.copyOf(words);
        int familyStart = familyStart(rest, !salutation.isEmpty() || !titles.isEmpty());
        return new PersonName(
                salutation,
                String.join(" ", titles),
                String.join(" ", rest.subList(0, familyStart)),
                String.join(" ", rest.subList(familyStart, rest.size())));
    }

    private static int familyStart(List<String> words, boolean formal) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (PARTICLES.contains(words.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        boolean single = words.size() == 1;
        return single && !formal ? 1 : Math.max(0, words.size() - 1);
    }

    private static Deque<String> words(String text) {
        return new ArrayDeque<>(List.of(text.strip().split("\\s+")));
    }

    private static String salutationOf(Deque<String> words) {
        if (words.size() < 2) {
            return "";
        }
        var first = words.getFirst().replace(".", "");
        // One letter is an initial here, whatever it means in a column of its own.
        var salutation = first.length() == 1 ? "" : Salutations.find(first).orElse("");
        if (!salutation.isEmpty()) {
            words.removeFirst();
        }
        return salutation;
    }

    private static void takeLeading(Deque<String> words, List<String> titles) {
        while (words.size() > 1 && isTitle(words.getFirst())) {
            titles.add(words.removeFirst());
        }
    }

    private static void takeAll(Deque<String> words, List<String> titles) {
        words.stream().filter(PersonNames::isTitle).forEach(titles::add);
        words.removeIf(((Predicate<String>) PersonNames::isTitle).or(String::isEmpty));
    }

    private static boolean isTitle(String word) {
        return TITLE.matcher(word).matches();
    }
}
