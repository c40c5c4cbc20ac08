package io.chancery.dispatch.sms.smsc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Waits on loopback for applications to connect and bind. */
final class SmscListener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmscListener.class);

    private static final String SYSTEM_ID = "smsc-stand-in";
    private static final long BIND_MILLIS = 5_000;
    private static final long RESPONSE_MILLIS = 10_000;
    private static final int IDLE_MILLIS = 60_000;
    private static final int THREADS = 32;
    private static final int QUEUE = 1_000;

    private final ServerSocket socket;
    private final ServerMessageReceiverListener desk;
    private final ToIntFunction<BindRequest> doorman;
    private final List<SMPPServerSession> sessions;

    /**
     * @param doorman answers a bind with a command status
     * @param sessions where the open ones are listed
     */
    SmscListener(
            int port,
            ServerMessageReceiverListener desk,
            ToIntFunction<BindRequest> doorman,
            List<SMPPServerSession> sessions)
            throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getByName(SmscStandIn.HOST));
        this.desk = desk;
        this.doorman = doorman;
        this.sessions = sessions;
    }

    int port() {
        return socket.getLocalPort();
    }

    void start() {
        background(this::accept, "smsc-stand-in");
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                var connection = socket.accept();
                connection.setTcpNoDelay(true);
                background(() -> admit(connection), "smsc-stand-in-bind");
            }
        } catch (IOException closed) {
            LOG.debugf("The SMSC stand-in takes no more connections: %s", closed.getMessage());
        }
    }

    private void admit(Socket connection) {
        try {
            var session =
                    new SMPPServerSession(new SocketConnection(connection), this::changed, desk, null, THREADS, QUEUE);
            session.setTransactionTimer(RESPONSE_MILLIS);
            session.setEnquireLinkTimer(IDLE_MILLIS);
            var bind = session.waitForBind(BIND_MILLIS);
            int status = doorman.applyAsInt(bind);
            if (status == SMPPConstant.STAT_ESME_ROK) {
                sessions.add(session);
                bind.accept(SYSTEM_ID, InterfaceVersion.IF_34);
            } else {
                bind.reject(status);
            }
        } catch (IOException | PDUStringException | TimeoutException notBound) {
            LOG.debugf("No bind: %s", notBound.getMessage());
        }
    }

    private void changed(SessionState now, SessionState before, Session session) {
        if (now == SessionState.CLOSED) {
            sessions.remove(session);
        }
    }

    private static void background(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            LOG.debugf("Closing: %s", alreadyClosed.getMessage());
        }
        sessions.forEach(SMPPServerSession::close);
    }
}
