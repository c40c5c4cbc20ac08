package io.chancery.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.Handover;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class SmtpSpeedTest {
    @Test
    void speed() throws Exception {
        for (int size : new int[] {20_000, 80_000}) {
            try (var mailbox = MailboxStandIn.start()) {
                var server = new SmtpServer(
                        "127.0.0.1", mailbox.smtpPort(), SmtpServer.Security.NONE, null, (SSLSocketFactory)
                                SSLSocketFactory.getDefault());
                var adapter = new SmtpAdapter(EmailSettings.with(Map.of()), () -> server, Clock.systemUTC());
                var head =
                        "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
                var line = "JVBERi0xLjcKJeLjz9MKNSAwIG9iago8PC9UeXBlL1hPYmplY3QvU3VidHlwZS9JbWFnZS9XaWR0\r\n";
                var mail = new Rendition.Mail(
                        (head + line.repeat(size / line.length()) + "--b--\r\n").getBytes(StandardCharsets.US_ASCII),
                        Map.of("from", "a@example.org", "to", "b@example.org", "messageId", "<x@example.org>"));
                for (int round = 0; round < 5; round++) {
                    int n = 2000;
                    var pool = Executors.newFixedThreadPool(4);
                    long start = System.nanoTime();
                    for (int i = 0; i < n; i++)
                        pool.execute(() -> {
                            var o = adapter.send(new Handover(UUID.randomUUID(), 1, false, mail, () -> {}));
                            if (!(o instanceof DeliveryOutcome.Accepted)) System.out.println(o);
                        });
                    pool.shutdown();
                    assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
                    System.out.println(
                            size + ": " + n * 1_000_000_000L / (System.nanoTime() - start) + " mails/s, heap "
                                    + (Runtime.getRuntime().totalMemory()
                                                    - Runtime.getRuntime().freeMemory())
                                            / 1_000_000);
                }
                adapter.close();
            }
        }
    }
}
