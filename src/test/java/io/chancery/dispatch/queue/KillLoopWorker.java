package io.chancery.dispatch.queue;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.SeveralProviders;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.work.TestNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The process that {@link KillLoop} kills: a node with one lane, and an adapter that speaks to its provider. */
final class KillLoopWorker {

    private KillLoopWorker() {}

    public static void main(String[] arguments) throws Exception {
        var database = TestDatabase.at(arguments[0]);
        var folder = Path.of(arguments[1]);
        var adapter = new LineAdapter(Integer.parseInt(arguments[2]));
        var node = TestNode.on(database, folder);
        var world = DispatchWorld.on(database, Clock.systemUTC());
        var settings = TestSettings.defaults().withQuickRetries();
        new Worker(
                        world,
                        node,
                        folder.resolve("journal"),
                        List.of(new SeveralProviders(DispatchFixture.CHANNEL, List.of(adapter))),
                        settings)
                .startAfterKill();
        Thread.sleep(Long.MAX_VALUE);
    }

    /** One line each way; a line without an answer is uncertain. */
    private record LineAdapter(int port, ThreadLocal<@Nullable Socket> connections) implements Provider {

        LineAdapter(int port) {
            this(port, new ThreadLocal<>());
        }

        @Override
        public ProviderProfile profile() {
            return new ProviderProfile("lines", 4, 1, OptionalDouble.empty());
        }

        @Override
        public ProviderEndpoint endpoint() {
            return new ProviderEndpoint(DispatchFixture.CHANNEL, "lines", false);
        }

        @Override
        public DeliveryOutcome send(Handover handover) {
            Socket connection;
            try {
                connection = connection();
            } catch (IOException e) {
                return new Temporary("unreachable", e.getClass().getSimpleName());
            }
            handover.pointOfNoReturn();
            try {
                var line = handover.deliveryId() + " " + handover.repeat() + "\n";
                connection.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                var answer = new BufferedReader(
                                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
                if (answer != null) {
                    return new Accepted(answer.substring(3));
                }
            } catch (IOException e) {
                // As if no answer had come.
            }
            connections.remove();
            return new Uncertain("no answer");
        }

        private Socket connection() throws IOException {
            var connection = connections.get();
            if (connection == null) {
                connection = new Socket(InetAddress.getLoopbackAddress(), port);
                connection.setTcpNoDelay(true);
                connections.set(connection);
            }
            return connection;
        }
    }
}
