package io.chancery.render.sms;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.template.Brand;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.sms.Gsm0338;
import io.chancery.vocabulary.sms.SmsText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renders text messages. */
@ApplicationScoped
public class SmsRenderer implements ChannelRenderer {

    private static final String LAYOUT = "sms.txt";

    /** 3GPP TS 23.040 §9.1.2.5: eleven characters of the default alphabet fit; these are what networks let through. */
    private static final Pattern SENDER = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|\\+[1-9][0-9]{3,14}");

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Whoever writes more than this means a letter. */
    private static final int MOST_SEGMENTS = 10;

    /** In UTF-16 units, before it is cleaned: no text that is longer is short afterwards. */
    private static final int LONGEST = 10_000;

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Rendition render(Composition composition) {
        var request = composition.request();
        var to = Optional.ofNullable(request.recipient().mobile())
                .filter(number -> E164.matcher(number).matches())
                .orElseThrow(() -> new RenderException("A text message needs a mobile number, E.164"));
        var sms = text(composition);
        checkSegments(sms.segments().size(), request);
        return rendition(request.isTest() ? SmsText.of("TEST " + sms.text()) : sms, to, request);
    }

    private static Rendition rendition(SmsText sms, String to, RenderRequest request) {
        return new Rendition.Text(
                sms.text().getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "from", sender(request.template().brand()),
                        "to", to,
                        "encoding", sms.encoding().name(),
                        "segments", String.valueOf(sms.segments().size())));
    }

    @Override
    public List<String> problems(Composition composition) {
        var sms = text(composition);
        if (sms.encoding() == SmsText.Encoding.GSM_7) {
            return List.of();
        }
        var rare = sms.text()
                .codePoints()
                .mapToObj(Character::toString)
                .filter(character -> !Gsm0338.canEncode(character))
                .distinct()
                .collect(Collectors.joining(" "));
        return List.of("The alphabet of text messages has no " + rare + ": with it a segment carries 70 characters and"
                + " not 160, and this text costs " + sms.segments().size() + " segments");
    }

    private static void checkSegments(int segments, RenderRequest request) {
        var own = request.template().settings().plan().limits().segments();
        int most = own == null ? MOST_SEGMENTS : own;
        if (segments < 1 || segments > most) {
            throw new RenderException("A text message has 1 to %d segments%s, this has %d"
                    .formatted(most, own == null ? "" : " (plan.limits.segments)", segments));
        }
    }

    private static SmsText text(Composition composition) {
        var text = composition.layout(LAYOUT, words(composition)).strip();
        if (text.length() > LONGEST) {
            throw new RenderException("A text message has 1 to %d segments, this has %d characters"
                    .formatted(MOST_SEGMENTS, text.length()));
        }
        return SmsText.of(composition.advertises() ? withOptOut(text, composition.request()) : text);
    }

    /** UWG § 7 (2): advertising says each time where it is stopped. A layout may have put it where it reads best. */
    private static String withOptOut(String text, RenderRequest request) {
        var brand = request.template().brand();
        var words = brand.findText("sms", "optOut", request.language())
                .orElseThrow(() -> new RenderException("brands/%s/brand.yaml: sms.optOut.%s is missing: it says how"
                                .formatted(brand.key(), request.language())
                        + " advertising by text message is stopped, and none goes without it"));
        return SmsText.of(text).text().contains(SmsText.of(words).text()) ? text : text + "\n" + words;
    }

    /** The message's own words for this channel, alone; without them, all it says. */
    private static String words(Composition composition) {
        return composition.isSectionAlone() ? composition.section() : composition.text();
    }

    private static String sender(Brand brand) {
        return brand.findText("sms", "from")
                .filter(sender -> SENDER.matcher(sender).matches())
                .orElseThrow(() -> new RenderException("brands/" + brand.key()
                        + "/brand.yaml: sms.from must be a number or at most 11 letters, digits and blanks"));
    }
}
