package io.chancery.dispatch.sms.smsc;

import io.chancery.vocabulary.sms.Gsm0338;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;

/** The phone of everybody: joins parts, decodes them, and keeps the newest texts. */
final class ReceivedTexts {

    private static final int UCS_2 = 0x08;
    private static final int ESCAPE = 0x1B;
    private static final int HEADER = 6;
    private static final byte[] CONCATENATION = {5, 0, 3};
    /** Texts whose other parts never came; a phone forgets them too. */
    private static final int INCOMPLETE_KEPT = 1000;

    private static final Map<Integer, Character> CHARACTERS = characters();

    private record Whole(String from, String to, int reference, int parts) {}

    private final int kept;
    private final Clock clock;
    private final Deque<ReceivedText> newest = new ArrayDeque<>();
    private final Map<Whole, String[]> incomplete = new LinkedHashMap<>();
    private long taken;

    ReceivedTexts(int kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    synchronized void take(SubmitSm submitSm) {
        var userData = userData(submitSm);
        boolean concatenated = submitSm.isUdhi()
                && userData.length >= HEADER
                && Arrays.equals(userData, 0, CONCATENATION.length, CONCATENATION, 0, CONCATENATION.length);
        var from = submitSm.getSourceAddrTon() == TypeOfNumber.INTERNATIONAL.value()
                ? "+" + submitSm.getSourceAddr()
                : submitSm.getSourceAddr();
        var to = "+" + submitSm.getDestAddress();
        if (!concatenated) {
            add(new Whole(from, to, 0, 1), decode(userData, submitSm.getDataCoding()));
            return;
        }
        var whole = new Whole(from, to, userData[3], Byte.toUnsignedInt(userData[4]));
        var characters = Arrays.copyOfRange(userData, HEADER, userData.length);
        join(whole, Byte.toUnsignedInt(userData[5]), decode(characters, submitSm.getDataCoding()));
    }

    private void join(Whole whole, int part, String text) {
        var parts = incomplete.computeIfAbsent(whole, first -> new String[first.parts()]);
        if (part >= 1 && part <= parts.length) {
            parts[part - 1] = text;
        }
        if (Arrays.stream(parts).allMatch(Objects::nonNull)) {
            incomplete.remove(whole);
            add(whole, String.join("", parts));
        } else if (incomplete.size() > INCOMPLETE_KEPT) {
            incomplete.remove(incomplete.keySet().iterator().next());
        }
    }

    private void add(Whole whole, String text) {
        taken++;
        newest.addFirst(new ReceivedText(clock.instant(), whole.from(), whole.to(), text, whole.parts()));
        if (newest.size() > kept) {
            newest.removeLast();
        }
    }

    /** The newest first. */
    synchronized List<ReceivedText> newest() {
        return List.copyOf(newest);
    }

    synchronized long taken() {
        return taken;
    }

    private static byte[] userData(SubmitSm submitSm) {
        var payload = submitSm.getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? submitSm.getShortMessage() : payload.getValue();
    }

    private static String decode(byte[] octets, byte dataCoding) {
        if (dataCoding == UCS_2) {
            return new String(octets, StandardCharsets.UTF_16BE);
        }
        var text = new StringBuilder();
        for (int i = 0; i < octets.length; i++) {
            int code = octets[i] == ESCAPE && i + 1 < octets.length ? ESCAPE << 8 | octets[++i] : octets[i];
            text.append(CHARACTERS.getOrDefault(code, '\uFFFD').charValue());
        }
        return text.toString();
    }

    /** The alphabet backwards; characters of the extension table under their escape and their code. */
    private static Map<Integer, Character> characters() {
        var characters = new HashMap<Integer, Character>();
        for (char character = 0; character < Character.MAX_VALUE; character++) {
            var text = String.valueOf(character);
            if (Gsm0338.canEncode(text)) {
                var code = Gsm0338.encode(text);
                characters.put(code.length == 1 ? code[0] : ESCAPE << 8 | code[1], character);
            }
        }
        return Map.copyOf(characters);
    }
}
