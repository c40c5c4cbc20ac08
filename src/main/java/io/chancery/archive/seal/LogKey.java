package io.chancery.archive.seal;

import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.SignerKey;
import io.chancery.platform.keys.KeyFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** The key that signs checkpoints: {@code checkpoint.key} beside the master key, made at the first start. */
@ApplicationScoped
public class LogKey {

    private final KeyFolder folder;
    private final String origin;

    LogKey(KeyFolder folder, SealConfig config) {
        this.folder = folder;
        this.origin = config.origin();
    }

    /** Read again each time: it is needed once a minute, and is gone from memory in between. */
    SignerKey signer() {
        var text = folder.readOrCreate(
                "checkpoint.key",
                () -> SignerKey.generate(origin, new SecureRandom()).secret());
        return SignerKey.parse(text);
    }

    /** Signs what an export says of itself, which must begin like no checkpoint. */
    public String sign(String text) {
        if (text.startsWith(origin + "\n")) {
            throw new IllegalArgumentException("What begins like a checkpoint is signed as one");
        }
        return SignedNote.sign(text, signer()).toString();
    }

    /** What those need who check signatures: a line of text that is no secret. */
    public String verifier() {
        return signer().verifier().toString();
    }
}
