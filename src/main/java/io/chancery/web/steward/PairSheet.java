package io.chancery.web.steward;

import io.chancery.customer.CandidateView;
import io.chancery.customer.CandidateView.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An uncertain pair, field by field. */
record PairSheet(CandidateView pair, List<Line> lines) {

    /**
     * One field of both records; null where one says nothing.
     *
     * @param field name, birth-date, address, email or phone
     */
    record Line(String field, @Nullable String a, @Nullable String b) {

        /** How they compare: same, differs or one-sided. */
        public String mark() {
            if (a == null || b == null) {
                return "one-sided";
            }
            return plain(a).equals(plain(b)) ? "same" : "differs";
        }

        private static String plain(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
    }

    static PairSheet of(CandidateView pair) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("name", pair.a().name(), pair.b().name()));
        lines.add(new Line("birth-date", pair.a().birthDate(), pair.b().birthDate()));
        lines.add(line("address", pair, value -> !isMail(value) && !isNumber(value)));
        lines.add(line("email", pair, PairSheet::isMail));
        lines.add(line("phone", pair, PairSheet::isNumber));
        lines.removeIf(line -> line.a() == null && line.b() == null);
        return new PairSheet(pair, List.copyOf(lines));
    }

    private static Line line(String field, CandidateView pair, Predicate<String> kind) {
        return new Line(field, reached(pair.a(), kind), reached(pair.b(), kind));
    }

    private static @Nullable String reached(Side side, Predicate<String> kind) {
        var found = side.reach().stream().filter(kind).toList();
        return found.isEmpty() ? null : String.join(" · ", found);
    }

    private static boolean isMail(String value) {
        return value.contains("@");
    }

    private static boolean isNumber(String value) {
        return value.startsWith("+");
    }

    /** Whether both records are one customer's today. */
    public boolean isJoined() {
        return pair.a().customer().equals(pair.b().customer());
    }
}
