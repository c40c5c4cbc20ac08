package io.chancery.render.email;

import io.chancery.render.RenderException;
import java.net.IDN;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;

/**
 * An address that any mail server understands, and whose it is.
 *
 * @param name may be empty
 * @param domain in ASCII (RFC 5890)
 */
record MailAddress(HeaderText name, String localPart, String domain) {

    /** RFC 5321 §4.1.2, unquoted: no room for blanks, brackets or control characters. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    private static final Pattern CHANGED_SINCE_2003 = Pattern.compile("[ßẞς\\u200C\\u200D]");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    MailAddress {
        if (!LOCAL_PART.matcher(localPart).matches()
                || !DOMAIN.matcher(domain).matches()
                || localPart.length() > LONGEST_LOCAL_PART
                || localPart.length() + 1 + domain.length() > LONGEST) {
            throw new IllegalArgumentException("Not a mail address");
        }
    }

    /**
     * Reads an address; an international domain is put into ASCII.
     *
     * @param whose for the explanation, which does not repeat the address
     * @throws RenderException if mail servers would not take it
     */
    static MailAddress of(String name, String address, String whose) {
        int at = address.lastIndexOf('@');
        try {
            var domain = ascii(address.substring(at + 1));
            return new MailAddress(HeaderText.of(name), address.substring(0, Math.max(0, at)), domain);
        } catch (IllegalArgumentException e) {
            throw new RenderException("The address of the " + whose + " is none that mail servers understand", e);
        }
    }

    /**
     * The JDK knows the rules of 2003 only, which make «ss» of «ß»: another domain, maybe a stranger's. Such a domain is
     * refused rather than guessed (RFC 5894 §7.2).
     */
    private static String ascii(String domain) {
        if (domain.chars().allMatch(c -> c <= '~')) {
            return domain;
        }
        if (CHANGED_SINCE_2003.matcher(domain).find()) {
            throw new IllegalArgumentException("A domain that the two standards read differently");
        }
        return IDN.toASCII(domain);
    }

    /** As the envelope carries it (RFC 5321). */
    String plain() {
        return localPart + "@" + domain;
    }

    Mailbox mailbox() {
        return new Mailbox(name.text().isEmpty() ? null : name.text(), localPart, domain);
    }
}
