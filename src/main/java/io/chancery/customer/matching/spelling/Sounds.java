package io.chancery.customer.matching.spelling;

/** The consonants of a folded word by how they sound in German and English: «meier», «maier» and «mayr» are one. */
public final class Sounds {

    private Sounds() {}

    /** Empty for a word without letters from a to z. */
    public static String of(String folded) {
        var sounds = new StringBuilder(8);
        char last = 0;
        for (int i = 0; i < folded.length(); i++) {
            char code = code(folded, i);
            if (code != last && code != ' ') {
                sounds.append(code);
            }
            last = code;
        }
        return sounds.isEmpty() && !folded.isEmpty() ? folded.substring(0, 1) : sounds.toString();
    }

    private static char code(String folded, int index) {
        char c = folded.charAt(index);
        if (c < 'a' || c > 'z') {
            return Character.isLetterOrDigit(c) ? c : ' ';
        }
        char next = index + 1 < folded.length() ? folded.charAt(index + 1) : 0;
        return switch (c) {
            case 'c' -> "hkaoulr".indexOf(next) >= 0 ? '4' : '8';
            case 'p' -> next == 'h' ? '3' : '1';
            case 'd', 't' -> next == 's' || next == 'z' ? '8' : '2';
            case 'g', 'k', 'q' -> '4';
            case 's', 'x', 'z' -> '8';
            case 'f', 'v', 'w' -> '3';
            case 'b' -> '1';
            case 'l' -> '5';
            case 'm', 'n' -> '6';
            case 'r' -> '7';
            default -> ' ';
        };
    }
}
