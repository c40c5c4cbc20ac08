package io.chancery.archive.log.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Merkle;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TimeStampsTest {

    private static final Hash NOTE = Merkle.leaf(new byte[] {1});
    private static final Hash OTHER = Merkle.leaf(new byte[] {2});

    private static LocalAuthority authority;
    private static TimeStamps trusting;

    @BeforeAll
    static void open() throws Exception {
        authority = new LocalAuthority();
        trusting = new TimeStamps(Set.of(authority.root));
    }

    @Test
    void a_time_stamp_says_when_and_by_whom() throws Exception {
        var token = token(authority);

        var stamp = trusting.verify(token, NOTE);

        assertThat(stamp.at()).isEqualTo(LocalAuthority.NOW);
        assertThat(stamp.authority()).isEqualTo("O=Example,CN=Test Clock");
        assertThat(stamp.serial()).isEqualTo(10);
    }

    @Test
    void the_certificate_of_the_authority_itself_may_be_trusted() throws Exception {
        var query = query();
        var token = query.token(authority.answer(query.bytes(), LocalAuthority.NOW, false));

        assertThat(new TimeStamps(Set.of(authority.certificate)).verify(token, NOTE))
                .isNotNull();
        assertThatThrownBy(() -> trusting.verify(token, NOTE))
                .hasMessage("The certificate of the time-stamp's signer is missing");
    }

    @Test
    void it_is_about_one_hash_only() throws Exception {
        var token = token(authority);

        assertThatThrownBy(() -> trusting.verify(token, OTHER)).hasMessage("The time-stamp is about something else");
    }

    @Test
    void a_stranger_with_the_same_name_is_not_believed() throws Exception {
        var token = token(new LocalAuthority());

        assertThatThrownBy(() -> trusting.verify(token, NOTE))
                .hasMessage("The time-stamp is signed by somebody who is not trusted");
        assertThatThrownBy(() -> new TimeStamps(Set.of(authority.certificate)).verify(token, NOTE))
                .hasMessage("The time-stamp is signed by somebody who is not trusted");
    }

    @Test
    void a_certificate_for_something_else_stamps_no_time() throws Exception {
        var forged = authority.stampedByServer(token(authority));

        assertThatThrownBy(() -> trusting.verify(forged, NOTE))
                .hasMessage("The signature of the time-stamp is wrong")
                .hasStackTraceContaining("ExtendedKeyUsage");
    }

    @Test
    void a_certificate_that_had_expired_by_then_stamps_no_time() throws Exception {
        var query = query();
        var late = query.token(authority.answer(query.bytes(), LocalAuthority.NOW.plus(Duration.ofDays(11)), true));

        assertThatThrownBy(() -> trusting.verify(late, NOTE)).hasMessage("The signature of the time-stamp is wrong");
    }

    @Test
    void an_answer_is_taken_to_its_own_query_only() throws Exception {
        var first = query();
        var reply = authority.answer(first.bytes());

        assertThatThrownBy(() -> query().token(reply))
                .isInstanceOf(TimeStampException.class)
                .hasMessageContaining("did not answer this query")
                .hasMessageContaining("nonce");
    }

    @Test
    void a_refusal_is_told_in_its_words() throws Exception {
        assertThatThrownBy(() -> query().token(authority.refuse()))
                .hasMessage("The authority gave no time-stamp: status 2, out of order");
    }

    @Test
    void an_answer_that_is_none_is_refused() {
        for (var reply : new byte[][] {{}, {1, 2, 3}, "<html>502</html>".getBytes(), new byte[5000]}) {
            assertThatThrownBy(() -> query().token(reply)).isInstanceOf(TimeStampException.class);
        }
    }

    /** A token has bytes that no signature covers. They may change, but never what it says. */
    @Test
    void no_changed_bit_makes_it_say_something_else() throws Exception {
        var token = token(authority);
        var said = trusting.verify(token, NOTE);
        int noticed = 0;

        for (int bit = 0; bit < token.length * Byte.SIZE; bit += 13) {
            var changed = token.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            try {
                assertThat(trusting.verify(changed, NOTE)).as("bit %d", bit).isEqualTo(said);
            } catch (TimeStampException e) {
                noticed++;
            }
        }
        assertThat(noticed).isPositive();
    }

    @Test
    void nothing_may_follow_it() throws Exception {
        var token = token(authority);

        assertThatThrownBy(() -> trusting.verify(Arrays.copyOf(token, token.length + 1), NOTE))
                .hasMessage("The time-stamp cannot be read");
        assertThatThrownBy(() -> trusting.verify(Arrays.copyOf(token, token.length - 1), NOTE))
                .hasMessage("The time-stamp cannot be read");
    }

    private static TimeStampQuery query() {
        return TimeStampQuery.of(NOTE, new SecureRandom());
    }

    private static byte[] token(LocalAuthority authority) throws Exception {
        var query = query();
        return query.token(authority.answer(query.bytes()));
    }
}
