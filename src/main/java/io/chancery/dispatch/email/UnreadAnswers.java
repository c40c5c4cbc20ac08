package io.chancery.dispatch.email;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Socket;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * What the relay has said and nobody has read. Angus Mail buffers it and has no question for it, so this looks into a
 * private field; should a later version name it otherwise, the first connection says so.
 */
final class UnreadAnswers {

    private static final VarHandle BUFFER = buffer();

    private UnreadAnswers() {}

    private static VarHandle buffer() {
        try {
            return MethodHandles.privateLookupIn(SMTPTransport.class, MethodHandles.lookup())
                    .findVarHandle(SMTPTransport.class, "serverInput", BufferedInputStream.class);
        } catch (ReflectiveOperationException otherVersion) {
            throw new ExceptionInInitializerError(otherVersion);
        }
    }

    /** @param socket below any encryption: the buffer does not count what was not yet decrypted */
    static boolean in(SMTPTransport transport, Socket socket) throws IOException {
        return ((InputStream) BUFFER.get(transport)).available() > 0
                || socket.getInputStream().available() > 0;
    }
}
