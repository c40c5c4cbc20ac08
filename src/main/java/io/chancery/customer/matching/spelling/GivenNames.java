package io.chancery.customer.matching.spelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Given names and their pet forms: «Hans» may be «Johannes», and «Uschi» is an «Ursula». */
public final class GivenNames {

    private static final String RESOURCE = "/names/given-name-forms.txt";
    private static final int[] NONE = {};

    /** The lines of the resource, sorted, in which a form stands. */
    private static final Map<String, int[]> LINES = new HashMap<>();

    /** The first letters of all forms of a name that stands at the head of a line. */
    private static final Map<String, String> INITIALS = new HashMap<>();

    /** The name at the head of each line. */
    private static final List<String> HEADS = read();

    private GivenNames() {}

    /** How two folded given names, of one word or several, stand to each other. */
    public static NameLikeness compare(String a, String b) {
        if (a.equals(b)) {
            return NameLikeness.EXACT;
        }
        boolean single = a.indexOf(' ') < 0 && b.indexOf(' ') < 0;
        return single ? compareWords(a, b) : compareSeveral(a, b);
    }

    private static NameLikeness compareWords(String a, String b) {
        if (a.length() == 1 || b.length() == 1) {
            return mayBegin(a, b) || mayBegin(b, a) ? NameLikeness.INITIAL : NameLikeness.DIFFERENT;
        }
        if (areForms(a, b)) {
            return NameLikeness.FORM;
        }
        if (Likeness.isNear(a, b)) {
            return NameLikeness.NEAR;
        }
        return soundAlike(a, b) ? NameLikeness.SOUND : NameLikeness.DIFFERENT;
    }

    /** Whether an initial is of the name or of a form of it: «B.» may be «Robert», who is called «Bob». */
    private static boolean mayBegin(String initial, String name) {
        return initial.length() == 1
                && (name.charAt(0) == initial.charAt(0)
                        || INITIALS.getOrDefault(name, "").contains(initial));
    }

    /** One consonant says too little: «Leo» is not «Lea». */
    private static boolean soundAlike(String a, String b) {
        var sound = Sounds.of(a);
        return sound.length() >= 2 && sound.equals(Sounds.of(b));
    }

    /** «Hans Peter» may be called «Hans» or «Peter», but «Hans Georg» is his brother. */
    private static NameLikeness compareSeveral(String a, String b) {
        var one = a.replace(" ", "");
        var other = b.replace(" ", "");
        if (one.equals(other)) {
            return NameLikeness.EXACT;
        }
        var words = compareByWords(a.split(" "), b.split(" "));
        return words == NameLikeness.PART ? words : stronger(words, compareWords(one, other));
    }

    private static NameLikeness compareByWords(String[] first, String[] second) {
        if (first.length == second.length) {
            return weaker(likeness(first, second), likeness(second, first));
        }
        return first.length < second.length ? likeness(first, second) : likeness(second, first);
    }

    /** Every word of the shorter name must have its like in the longer one; the best pair then counts. */
    private static NameLikeness likeness(String[] shorter, String[] longer) {
        var best = NameLikeness.DIFFERENT;
        for (var word : shorter) {
            var found = bestOf(word, longer);
            if (found == NameLikeness.DIFFERENT) {
                return found;
            }
            best = stronger(best, found);
        }
        return best;
    }

    private static NameLikeness bestOf(String word, String[] others) {
        var best = NameLikeness.DIFFERENT;
        for (var other : others) {
            best = stronger(best, compareParts(word, other));
        }
        return best;
    }

    /** That both have an initial in the middle says no more than an initial. */
    private static NameLikeness compareParts(String word, String other) {
        return word.length() > 1 && word.equals(other) ? NameLikeness.PART : compareWords(word, other);
    }

    private static NameLikeness stronger(NameLikeness a, NameLikeness b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static NameLikeness weaker(NameLikeness a, NameLikeness b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Whether two folded names can be forms of one name. */
    public static boolean areForms(String a, String b) {
        var first = LINES.getOrDefault(a, NONE);
        return first.length > 0 && meet(first, LINES.getOrDefault(b, NONE));
    }

    /** Whether both begin with a name that exists, so that one is hardly a slip of the other. */
    public static boolean areKnown(String a, String b) {
        return LINES.containsKey(firstWord(a)) && LINES.containsKey(firstWord(b));
    }

    private static String firstWord(String name) {
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }

    /** A name that most forms of a folded name share: for looking up, not for comparing. */
    public static String head(String folded) {
        var lines = LINES.getOrDefault(folded, NONE);
        return lines.length == 0 ? folded : HEADS.get(lines[0]);
    }

    private static boolean meet(int[] first, int[] second) {
        for (int line : first) {
            if (Arrays.binarySearch(second, line) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> read() {
        try (var stream = GivenNames.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("The table of given names is missing: " + RESOURCE);
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Folding::fold)
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                var forms = lines.get(i).split(" ");
                for (var form : forms) {
                    LINES.merge(form, new int[] {i}, GivenNames::both);
                    INITIALS.merge(forms[0], form.substring(0, 1), String::concat);
                }
            }
            return lines.stream().map(line -> line.split(" ")[0]).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] both(int[] before, int[] line) {
        var lines = Arrays.copyOf(before, before.length + 1);
        lines[before.length] = line[0];
        return Arrays.stream(lines).sorted().distinct().toArray();
    }
}
