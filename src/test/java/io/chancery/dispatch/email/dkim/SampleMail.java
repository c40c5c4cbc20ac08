package io.chancery.dispatch.email.dkim;

import java.nio.charset.StandardCharsets;

/** Mails to sign. */
final class SampleMail {

    static final String TEXT = """
            From: =?utf-8?Q?Lindenwerk_M=C3=BCnchen?= <service@mail.example.org>
            To: "Erika Mustermann" <erika@example.com>
            Reply-To: answers@example.org
            Subject: Your bill of November, which is\s
             folded\t and has  blanks
            Date: Mon, 23 Nov 2026 08:00:00 +0000
            Message-ID: <0193@mail.example.org>
            Auto-Submitted: auto-generated
            List-Unsubscribe: <https://example.org/leave/4711>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Good day,

            you owe us  41,20 =E2=82=AC.\t
              Pay soon.


            """.replace("\n", "\r\n");

    private SampleMail() {}

    static byte[] octets() {
        return octets(TEXT);
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1);
    }
}
