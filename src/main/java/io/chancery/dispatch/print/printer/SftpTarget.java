package io.chancery.dispatch.print.printer;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * A print provider's SFTP server.
 *
 * @param outgoing the folder for batches, which is there already
 * @param incoming the folder with response files, likewise
 */
public record SftpTarget(SftpAccount account, String outgoing, String incoming) implements PrintTarget, ResponseSource {

    @Override
    public String deliver(Consignment consignment) {
        return SftpConnection.visit(account, files -> deliver(consignment, files));
    }

    private String deliver(Consignment consignment, SftpClient files) throws IOException {
        var place = outgoing + "/" + consignment.name();
        var marker = Marker.of(consignment.file());
        var sent = find(files, place + FileName.SENT);
        if (sent.isPresent()) {
            marker.checkSame(sent.get());
            return place;
        }
        files.put(consignment.file(), place + FileName.PART);
        publish(files, place, Files.size(consignment.file()));
        try (var out = files.write(place + FileName.SENT + FileName.PART)) {
            out.write(marker.content());
        }
        publish(files, place + FileName.SENT, marker.content().length);
        return place;
    }

    private static Optional<byte[]> find(SftpClient files, String path) throws IOException {
        try (var in = files.read(path)) {
            return Optional.of(in.readAllBytes());
        } catch (SftpException failed) {
            if (failed.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** The third version of the protocol, which most servers speak, cannot rename over a file. */
    private static void publish(SftpClient files, String place, long size) throws IOException {
        long arrived = files.stat(place + FileName.PART).getSize();
        if (arrived != size) {
            throw new TargetException(Kind.TEMPORARY, "Of %d bytes %d have arrived".formatted(size, arrived));
        }
        replaceNothing(files, place);
        files.rename(place + FileName.PART, place);
    }

    private static void replaceNothing(SftpClient files, String place) throws IOException {
        try {
            files.remove(place);
        } catch (SftpException failed) {
            if (failed.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw failed;
            }
        }
    }

    @Override
    public List<String> list() {
        return SftpConnection.visit(
                account,
                files -> StreamSupport.stream(files.readDir(incoming).spliterator(), false)
                        .filter(entry -> entry.getAttributes().isRegularFile())
                        .map(DirEntry::getFilename)
                        .filter(FileName::isResponse)
                        .sorted()
                        .toList());
    }

    @Override
    public byte[] read(String name) {
        return SftpConnection.visit(account, files -> {
            try (var in = files.read(incoming + "/" + FileName.check(name))) {
                return in.readAllBytes();
            }
        });
    }

    @Override
    public void archive(String name) {
        var done = incoming + "/" + FileName.DONE;
        SftpConnection.visit(account, files -> {
            makeFolder(files, done);
            replaceNothing(files, done + "/" + FileName.check(name));
            files.rename(incoming + "/" + name, done + "/" + name);
            return name;
        });
    }

    private static void makeFolder(SftpClient files, String path) throws IOException {
        try {
            files.stat(path);
        } catch (SftpException missing) {
            if (missing.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw missing;
            }
            files.mkdir(path);
        }
    }
}
