package io.chancery.web.author.asset;

/** A file that is no asset of a brand, with the code of the sentence that says why. */
final class AssetException extends RuntimeException {

    private final String code;

    AssetException(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
