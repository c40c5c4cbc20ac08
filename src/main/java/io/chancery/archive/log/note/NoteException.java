package io.chancery.archive.log.note;

/** A note, or a key for notes, is refused; the message says why, in words for people. */
public final class NoteException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoteException(String reason) {
        super(reason);
    }
}
