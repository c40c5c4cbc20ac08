package io.chancery.archive.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.time.LocalAuthority;
import io.chancery.archive.seal.CheckpointTable.Row;
import io.chancery.archive.seal.TestLog;
import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StamperTest {

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private ArchiveFixture archive;
    private TestLog log;
    private LocalAuthority authority;
    private HttpServer server;
    private Stamper stamper;
    private volatile Answer answer = this::stamped;

    /** What the authority does with a query. */
    private interface Answer {
        void to(byte[] query, HttpExchange exchange) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        archive = new ArchiveFixture();
        log = new TestLog(archive.database(), folder, archive.clock());
        authority = TestAuthorities.in(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::receive);
        server.start();
        stamper = stamper(Duration.ZERO);
        checkpoint();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        archive.close();
    }

    private Stamper stamper(Duration every) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stamp");
        var settings = new TestAuthorities.Settings(url, folder, every);
        return new Stamper(
                log.table,
                new AuthorityExchange(settings),
                new TrustedAuthorities(settings),
                settings,
                archive.database(),
                archive.clock());
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(headers.getFirst("Content-Type") + ", " + headers.getFirst("Authorization"));
        try (exchange) {
            answer.to(exchange.getRequestBody().readAllBytes(), exchange);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void stamped(byte[] query, HttpExchange exchange) throws Exception {
        reply(exchange, 200, authority.answer(query, archive.clock().instant(), true));
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private Row checkpoint() {
        archive.sent(1);
        log.seal();
        log.sign();
        return archive.database().call(log.table::last).orElseThrow();
    }

    private List<String> stamps() {
        return archive.database().get("select checkpoint_no from checkpoint_timestamp order by 1");
    }

    @Test
    void the_newest_checkpoint_is_stamped_once_and_the_next_one_names_its_token() throws Exception {
        stamper.step();
        stamper.step();
        var token = archive.database().call(() -> log.table.findTimeStamp(1)).orElseThrow();
        var next = checkpoint();

        assertThat(asked).containsExactly("application/timestamp-query, Basic Y2hhbmNlcnk6Z2VoZWlt");
        assertThat(stamps()).containsExactly("1");
        var trusted = TestAuthorities.of(folder).find().orElseThrow();
        var first = archive.database().call(() -> log.table.find(1)).orElseThrow();
        assertThat(trusted.verify(token, SignedNote.parse(first.note()).hash()).at())
                .isEqualTo(archive.clock().instant());
        assertThat(Checkpoint.parse(SignedNote.parse(next.note()).text()).previousTimeStamp())
                .isEqualTo(Hash.of(Sha256.bytes(token)));
        assertThat(Checkpoint.parse(SignedNote.parse(checkpoint().note()).text())
                        .previousTimeStamp())
                .isNull();
    }

    @Test
    void it_is_asked_no_more_often_than_it_may_be() throws Exception {
        stamper = stamper(Duration.ofHours(1));
        stamper.step();
        archive.clock().pass(Duration.ofMinutes(59));
        checkpoint();
        stamper.step();
        assertThat(stamps()).containsExactly("1");

        archive.clock().pass(Duration.ofMinutes(1));
        checkpoint();
        stamper.step();

        assertThat(stamps()).containsExactly("1", "3");
    }

    @Test
    void a_checkpoint_that_has_been_followed_meanwhile_gets_no_stamp() throws Exception {
        answer = (query, exchange) -> {
            checkpoint();
            stamped(query, exchange);
        };
        stamper.step();
        assertThat(stamps()).isEmpty();

        answer = this::stamped;
        stamper.step();

        assertThat(stamps()).containsExactly("2");
        assertThat(stamper.failures()).isZero();
    }

    @Test
    void whatever_it_answers_but_a_time_stamp_that_holds_is_not_kept_and_it_is_asked_again() throws Exception {
        var stranger = new LocalAuthority();
        var now = archive.clock().instant();
        var earlier = new byte[][] {null};
        var answers = List.<Answer>of(
                (query, exchange) -> reply(exchange, 500, authority.answer(query, now, true)),
                (query, exchange) -> reply(exchange, 200, authority.refuse()),
                (query, exchange) -> reply(exchange, 200, new byte[0]),
                (query, exchange) -> reply(exchange, 200, "<html>Wartung</html>".getBytes()),
                (query, exchange) -> reply(exchange, 200, new byte[1 << 20]),
                (query, exchange) -> reply(exchange, 200, stranger.answer(query, now, true)),
                (query, exchange) -> reply(exchange, 200, authority.answer(query, now.minus(Duration.ofDays(1)), true)),
                (query, exchange) -> {
                    // Half of it now, the rest never.
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    Thread.sleep(2000);
                },
                (query, exchange) -> Thread.sleep(2000),
                (query, exchange) -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    reply(exchange, 302, new byte[0]);
                },
                (query, exchange) -> {
                    earlier[0] = authority.answer(query, now, true);
                    reply(exchange, 503, new byte[0]);
                },
                (query, exchange) -> reply(exchange, 200, earlier[0]));
        for (int i = 0; i < answers.size(); i++) {
            answer = answers.get(i);
            stamper.step();
            assertThat(stamps()).as("answer %d", i).isEmpty();
            assertThat(stamper.failures()).as("answer %d", i).isEqualTo(i + 1);
            checkpoint();
        }

        answer = this::stamped;
        stamper.step();

        assertThat(stamps()).containsExactly(String.valueOf(answers.size() + 1));
        assertThat(stamper.failures()).isZero();
    }

    @Test
    void one_that_is_not_there_stops_nothing() throws Exception {
        server.stop(0);

        stamper.step();

        assertThat(stamper.failures()).isEqualTo(1);
        assertThat(checkpoint().no()).isEqualTo(2);
    }

    @Test
    void the_application_can_neither_change_nor_delete_what_it_was_given() throws Exception {
        stamper.step();

        assertThat(archive.database().get("""
                select has_table_privilege('chancery_app', 'checkpoint_timestamp', 'update, delete, truncate')::text
                """)).containsExactly("false");
    }
}
