package io.chancery.archive.log.note;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** One line under a note: who signed, by which key, and the signature. */
record NoteSignature(String name, int id, byte[] signature) {

    private static final Pattern LINE = Pattern.compile("— (" + VerifierKey.NAME + ") ([A-Za-z0-9+/=]+)");

    static NoteSignature parse(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new NoteException("A line under the note is no signature: it needs a dash, a name and base64");
        }
        var bytes = ByteBuffer.wrap(StrictBase64.decode(matcher.group(2), "A signature under the note"));
        if (bytes.remaining() <= Integer.BYTES) {
            throw new NoteException("A signature under the note is too short");
        }
        int id = bytes.getInt();
        var signature = new byte[bytes.remaining()];
        bytes.get(signature);
        return new NoteSignature(matcher.group(1), id, signature);
    }

    boolean isOf(VerifierKey key) {
        return name.equals(key.name()) && id == key.id();
    }

    @Override
    public String toString() {
        var bytes =
                ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(id).put(signature);
        return "— " + name + " " + StrictBase64.encode(bytes.array());
    }
}
