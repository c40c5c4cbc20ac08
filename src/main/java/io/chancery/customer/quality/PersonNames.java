package io.chancery.customer.quality;

import io.chancery.customer.quality.name.GivenNames;
import io.chancery.customer.quality.name.NameParts;
import io.chancery.customer.quality.name.Organisations;
import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import io.chancery.vocabulary.PersonName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes a whole name apart: «Hofer, Ralf», «Frau Dr. Ida von Bülow», «Müller & Söhne GmbH». */
public final class PersonNames {

    private static final Set<String> PARTICLES = Set.of(
            "von", "vom", "van", "zu", "zum", "zur", "de", "den", "der", "di", "da", "del", "della", "dos", "du", "la",
            "le", "ten", "ter", "el", "al");

    /** Nobility became part of the family name in Germany in 1919: «Otto Graf Lambsdorff». */
    private static final Set<String> NOBILITY = Set.of(
            "graf",
            "gräfin",
            "freiherr",
            "frhr.",
            "freifrau",
            "freiin",
            "baron",
            "baronin",
            "prinz",
            "prinzessin",
            "fürst",
            "fürstin",
            "ritter",
            "edler",
            "edle");

    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.");
    private static final Pattern HOUSEHOLD =
            Pattern.compile("(?:familie|fam\\.|eheleute|ehepaar)\\s+", Pattern.CASE_INSENSITIVE);

    private PersonNames() {}

    /**
     * The parts of a name that was cleaned before. A single word is a given name, or a family name when a salutation or
     * title stands before it; an organisation is one family name. «Jun.» and «sen.» stay behind the family name; a name
     * at birth is left out.
     */
    public static PersonName parse(String name) {
        if (name.isEmpty()) {
            return PersonName.NONE;
        }
        if (Placeholders.name(name) == Plausibility.PLACEHOLDER) {
            return PersonName.NONE;
        }
        if (Organisations.isOrganisation(name)) {
            return new PersonName("", "", "", name);
        }
        var family = HOUSEHOLD.matcher(name);
        if (family.lookingAt()) {
            return new PersonName("", "", "", name.substring(family.end()));
        }
        var now = NameParts.withoutGeneration(NameParts.withoutBirthName(name).name());
        var person = inAnyOrder(now.name());
        return now.part().isEmpty() || person.family().isEmpty()
                ? person
                : new PersonName(
                        person.salutation(), person.title(), person.given(), person.family() + " " + now.part());
    }

    /** The name at birth, if the whole name tells it: «Ida Muster, geb. Beispiel». */
    public static Optional<String> birthName(String name) {
        var birth = NameParts.withoutBirthName(name).part();
        return birth.isEmpty() ? Optional.empty() : Optional.of(birth);
    }

    private static PersonName inAnyOrder(String name) {
        int comma = name.indexOf(',');
        if (comma < 0) {
            return inSpokenOrder(name);
        }
        var after = name.substring(comma + 1);
        // «Hans Muster, MBA»: what follows is no name.
        boolean titlesOnly = words(after.replace(',', ' ')).stream().allMatch(PersonNames::isTitle);
        return titlesOnly ? inSpokenOrder(name.replace(',', ' ')) : familyFirst(name.substring(0, comma), after);
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
        boolean formal = !salutation.isEmpty() || !titles.isEmpty();
        takeTrailing(words, titles);
        var rest = List.copyOf(words);
        if (isFamilyFirst(rest)) {
            return new PersonName(
                    salutation, String.join(" ", titles), String.join(" ", rest.subList(1, rest.size())), rest.get(0));
        }
        int familyStart = familyStart(rest, formal);
        return new PersonName(
                salutation,
                String.join(" ", titles),
                String.join(" ", rest.subList(0, familyStart)),
                String.join(" ", rest.subList(familyStart, rest.size())));
    }

    /** «Muster Ida Maria» and «Muster I.», as in offices: behind the first word are given names only. */
    private static boolean isFamilyFirst(List<String> words) {
        if (words.size() < 2) {
            return false;
        }
        var first = words.get(0);
        boolean initial = words.size() == 2 && INITIAL.matcher(words.get(1)).matches() && first.length() > 2;
        return initial || GivenNames.isSwapped(first, String.join(" ", words.subList(1, words.size())));
    }

    private static int familyStart(List<String> words, boolean formal) {
        for (int i = 0; i < words.size() - 1; i++) {
            var word = words.get(i).toLowerCase(Locale.ROOT);
            if (PARTICLES.contains(word) || (i > 0 && NOBILITY.contains(word))) {
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
        while (words.size() > 1 && NameParts.isTitle(words.getFirst())) {
            titles.add(words.removeFirst());
        }
    }

    private static void takeTrailing(Deque<String> words, List<String> titles) {
        var trailing = new ArrayDeque<String>();
        while (words.size() > 1 && NameParts.isDegree(words.getLast())) {
            trailing.addFirst(words.removeLast());
        }
        titles.addAll(trailing);
    }

    private static void takeAll(Deque<String> words, List<String> titles) {
        words.stream().filter(PersonNames::isTitle).forEach(titles::add);
        words.removeIf(((Predicate<String>) PersonNames::isTitle).or(String::isEmpty));
    }

    private static boolean isTitle(String word) {
        return NameParts.isTitle(word) || NameParts.isDegree(word);
    }
}
