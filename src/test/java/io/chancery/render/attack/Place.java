package io.chancery.render.attack;

import io.chancery.render.Messages;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Where in a message and its brand an author can write. */
enum Place {
    MESSAGE("message") {
        @Override
        Messages message(String attack) {
            return Ground.message(attack);
        }
    },
    SUBJECT("subject") {
        @Override
        Messages message(String attack) {
            return Ground.message("{#subject}" + attack + "{/subject}<p>x</p>");
        }
    },
    PREHEADER("preheader") {
        @Override
        Messages message(String attack) {
            return Ground.message("{#preheader}" + attack + "{/preheader}<p>x</p>");
        }
    },
    SMS("sms") {
        @Override
        Messages message(String attack) {
            return Ground.message("<p>x</p>{#sms}" + attack + "{/sms}");
        }
    },
    BLOCK("block") {
        @Override
        Messages message(String attack) {
            return Ground.message("<p>{#include attack x='y' /}</p>").block("attack", attack);
        }
    },
    STYLE("style") {
        @Override
        Messages message(String attack) {
            return Ground.message("<ul><li>eins<li>zwei</ul><p class='a' style=\"" + attack + "\">drei</p>");
        }
    },
    SHEET("sheet") {
        @Override
        Messages message(String attack) {
            var sheet = "<style>{|" + attack + "|}</style>";
            return Ground.message("<h1 id='h'>eins</h1><ul><li>zwei</ul><p class='a'>drei <b>vier</b></p>"
                            + "<table><tr><td>fünf</td></tr></table>")
                    .layout("print.html", Ground.PRINT.replace("</head>", sheet + "</head>"))
                    .layout("email.html", Ground.EMAIL.replace("</head>", sheet + "</head>"));
        }
    },
    PRINT_LAYOUT("print.html"),
    EMAIL_LAYOUT("email.html"),
    TEXT_LAYOUT("email.txt"),
    SMS_LAYOUT("sms.txt"),
    DRAWING("logo.svg") {
        @Override
        Messages message(String attack) {
            return Ground.message("<p>x</p>")
                    .brandId(UUID.randomUUID())
                    .asset("logo.svg", attack.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    },
    ATTACHMENT("attachment") {
        @Override
        Messages message(String attack) {
            return Ground.message("<p>x</p>").attachment(attack);
        }
    },
    SENDER("sender") {
        @Override
        Messages message(String attack) {
            return Ground.sending("from", Map.of("name", attack, "address", "service@lindenwerk.example"));
        }
    },
    SENDER_ADDRESS("sender-address") {
        @Override
        Messages message(String attack) {
            return Ground.sending("from", Map.of("name", "Lindenwerk", "address", attack));
        }
    },
    REPLY_TO("reply-to") {
        @Override
        Messages message(String attack) {
            return Ground.sending("replyTo", attack);
        }
    },
    RETURN_PATH("return-path") {
        @Override
        Messages message(String attack) {
            return Ground.sending("returnPath", attack);
        }
    },
    SMS_SENDER("sms-sender") {
        @Override
        Messages message(String attack) {
            return Ground.message("<p>x</p>").brand(Ground.brand("sms", Map.of("from", attack)));
        }
    };

    private final String code;

    Place(String code) {
        this.code = code;
    }

    static Place of(String code) {
        return Arrays.stream(values())
                .filter(place -> place.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No place is called " + code));
    }

    /** A message that is honest but for the attack. */
    Messages message(String attack) {
        return Ground.message("<p>x</p>").layout(code, attack);
    }
}
